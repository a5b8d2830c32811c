import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { sum, tensor, vector } from '../numbers';

/** Corrected values from p sorted from the smallest. */
type Ladder = (sorted: readonly number[]) => readonly number[];

/** As the definition has it: sorted, corrected, put back in their places. */
const inPlace =
  (f: Ladder): Reference =>
  (p) => {
    const { shape, data } = tensor(p);
    const order = data.map((_, i) => i).sort((a, b) => (data[a] ?? NaN) - (data[b] ?? NaN));
    const corrected = f(order.map((i) => data[i] ?? NaN));
    return { shape, data: data.map((_, i) => corrected[order.indexOf(i)] ?? NaN) };
  };

/** Sorted, and left so. */
const inOrder =
  (f: Ladder): Reference =>
  (p) => {
    const { shape, data } = tensor(p);
    return { shape, data: f([...data].sort((a, b) => a - b)) };
  };

/** Never sorted. */
const asTheyCome =
  (f: Ladder): Reference =>
  (p) => ({ shape: tensor(p).shape, data: f(tensor(p).data) });

const most = (data: readonly number[]): number[] => data.map((_, i) => Math.max(...data.slice(0, i + 1)));
const leastAbove = (data: readonly number[]): number[] => data.map((_, i) => Math.min(...data.slice(i)));
const leastBelow = (data: readonly number[]): number[] => data.map((_, i) => Math.min(...data.slice(0, i + 1)));
const capped = (data: readonly number[]): number[] => data.map((p) => Math.min(1, p));

const steps: Ladder = (sorted) => sorted.map((p, i) => (sorted.length - i) * p);

/** Multiplied from the largest down to the smallest, which is multiplied by 1. */
const fromLargest: Ladder = (sorted) => capped(most(steps([...sorted].reverse()))).reverse();

/** A step is compared with the one before it, which may itself lie below an earlier one. */
const neighbours: Ladder = (sorted) => capped(steps(sorted).map((p, i, all) => Math.max(p, all[i - 1] ?? 0)));

const right: Ladder = (sorted) => capped(most(steps(sorted)));

/** Holm's correction of several tests: the i-th smallest p times M - i + 1, never below the one before it, at most 1. */
export const holm: Item = {
  id: 'holm',
  title: { pt: 'A correção de Holm', es: 'La corrección de Holm' },
  points: { value: 5, shape: 1, leak: 1 },
  functions: [
    {
      name: 'holm',
      line: 'value',
      reference: inPlace(right),
      mistakes: [
        ...mistakes<Ladder>(inPlace, [
          ['hol-1', 'LADDER', (sorted) => capped(sorted.map((p) => sorted.length * p))],
          ['hol-2', 'LADDER', (sorted) => capped(steps(sorted))],
          ['hol-3', 'LADDER', (sorted) => most(steps(sorted))],
          ['hol-5', 'LADDER', (sorted) => capped(most(sorted.map((p, i) => (i + 1) * p)))],
          ['hol-6', 'OTHER', (sorted) => leastAbove(capped(sorted.map((p, i) => (sorted.length / (i + 1)) * p)))],
          ['hol-7', 'OTHER', (sorted) => capped(leastAbove(steps(sorted)))],
          ['hol-8', 'LADDER', (sorted) => capped(most(sorted.map((p, i) => (sorted.length - i - 1) * p)))],
          ['hol-9', 'DEFAULT', (sorted) => sorted],
          ['hol-10', 'OTHER', (sorted) => sorted.map((p) => 1 - (1 - p) ** sorted.length)],
          ['hol-11', 'OTHER', (sorted) => capped(most(sorted.map((p, i) => 1 - (1 - p) ** (sorted.length - i))))],
          ['hol-12', 'LADDER', (sorted) => capped(leastBelow(steps(sorted)))],
          ['hol-14', 'LADDER', fromLargest],
          ['hol-15', 'LADDER', (sorted) => sorted.map((p, i) => p / (sorted.length - i))],
          ['hol-16', 'LADDER', (sorted) => steps(sorted)],
          ['hol-17', 'LADDER', (sorted) => capped(most(sorted.map((p, i) => (sorted.length - i + 1) * p)))],
          ['hol-18', 'OTHER', (sorted) => right(sorted).map((p) => Number(p < 0.05))],
          ['hol-19', 'OTHER', (sorted) => sorted.map((_, i) => 0.05 / (sorted.length - i))],
          ['hol-20', 'LADDER', (sorted) => most(steps(sorted)).map((p) => Math.max(1, p))],
          ['hol-21', 'LADDER', (sorted) => sorted.map(() => 1)],
          ['hol-22', 'LADDER', neighbours],
          ['hol-23', 'OTHER', (sorted) => capped(sorted.map((p, i) => (sorted.length / (i + 1)) * p))],
          ['hol-24', 'LADDER', (sorted) => capped(sorted.map((p) => (sorted.length - 1) * p))],
          ['hol-25', 'LADDER', (sorted) => capped(steps(sorted).map((_, i, all) => sum(all.slice(0, i + 1))))],
          ['hol-26', 'PART', (sorted) => [...right(sorted)].with(-1, 0)],
          ['hol-27', 'DEFAULT', (sorted) => capped(most(sorted.map((p, i) => Math.max(1, 3 - i) * p)))],
        ]),
        { id: 'hol-4', family: 'REORDER', of: inOrder(right) },
        { id: 'hol-13', family: 'REORDER', of: asTheyCome(right) },
      ],
    },
  ],
  publicCases: [
    [vector(0.03, 0.012, 0.2, 0.04)],
    // Three steps that fall one after the other.
    [vector(0.7, 0.011, 0.6, 0.041, 0.042, 0.04)],
    [vector(0.04, 0.9, 0.55)],
  ],
  secretCases: (random) =>
    [5, 6, 8].map((count): readonly Argument[] => {
      const least = between(random, 0.005, 0.02);
      const near = [least * between(random, 1.03, 1.06), least * between(random, 1.07, 1.12)];
      const middle = Array.from({ length: count - 5 }, () => between(random, 0.06, 0.4));
      const high = between(random, 0.55, 0.7);
      return [vector(between(random, 0.75, 0.95), ...near, ...middle, least, high)];
    }),
  extremeCases: [],
};
