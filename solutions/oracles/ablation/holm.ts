import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { tensor, vector } from '../numbers';

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
          ['hol-12', 'LADDER', (sorted) => capped(leastBelow(steps(sorted)))],
          ['hol-15', 'LADDER', (sorted) => sorted.map((p, i) => p / (sorted.length - i))],
          ['hol-16', 'LADDER', (sorted) => steps(sorted)],
        ]),
        { id: 'hol-4', family: 'REORDER', of: inOrder(right) },
        { id: 'hol-13', family: 'REORDER', of: asTheyCome(right) },
      ],
    },
  ],
  publicCases: [
    [vector(0.03, 0.012, 0.2, 0.04)],
    [vector(0.7, 0.011, 0.6, 0.02, 0.3, 0.25)],
    [vector(0.04, 0.9, 0.55)],
  ],
  secretCases: (random) =>
    [4, 5, 7].map((count): readonly Argument[] => {
      const least = between(random, 0.005, 0.02);
      const near = least * between(random, 1.03, 1.12);
      const middle = Array.from({ length: count - 4 }, () => between(random, 0.06, 0.4));
      const high = between(random, 0.55, 0.7);
      return [vector(between(random, 0.75, 0.95), near, ...middle, least, high)];
    }),
  extremeCases: [],
};
