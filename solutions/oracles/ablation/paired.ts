import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { errors, mean, sum, tensor, vector } from '../numbers';

/** What the two losses' scores, a seed a pair, come to. */
interface Paired {
  readonly n: number;
  /** The differences, candidate - baseline. */
  readonly d: readonly number[];
  /** Their mean. */
  readonly m: number;
  /** Their standard deviation, with n - 1. */
  readonly s: number;
  readonly candidate: readonly number[];
  readonly baseline: readonly number[];
}

/** The mean difference, d_z and t. */
type Three = (paired: Paired) => readonly [mean: number, dz: number, t: number];

function variance(data: readonly number[]): number {
  const m = mean(data);
  return sum(data.map((x) => (x - m) ** 2)) / (data.length - 1);
}

const of =
  (f: Three): Reference =>
  (candidate, baseline) => {
    const d = errors(tensor(candidate), tensor(baseline));
    const data = f({
      n: d.length,
      d,
      m: mean(d),
      s: Math.sqrt(variance(d)),
      candidate: tensor(candidate).data,
      baseline: tensor(baseline).data,
    });
    return { shape: [3], data };
  };

const right: Three = ({ n, m, s }) => [m, m / s, (m / s) * Math.sqrt(n)];

/** The right formula with another mean or deviation. */
const withOther =
  (other: (paired: Paired) => Partial<Paired>): Three =>
  (paired) =>
    right({ ...paired, ...other(paired) });

const dav = ({ m, candidate, baseline }: Paired): number =>
  m / Math.sqrt((variance(candidate) + variance(baseline)) / 2);

const welch = ({ n, m, candidate, baseline }: Paired): number =>
  m / Math.sqrt((variance(candidate) + variance(baseline)) / n);

const biased = ({ n, s }: Paired): number => s * Math.sqrt((n - 1) / n);

/** Mean difference, d_z = mean / s and t = mean / (s / √n) of paired scores, s with n - 1. */
export const paired: Item = {
  id: 'paired',
  title: { pt: 'Diferença, d e t aos pares', es: 'Diferencia, d y t por pares' },
  points: { value: 4, shape: 1, stability: 1, leak: 1 },
  functions: [
    {
      name: 'paired',
      line: 'value',
      reference: of(right),
      mistakes: mistakes<Three>(of, [
        ['ttp-1', 'FREEDOM', withOther((p) => ({ s: biased(p) }))],
        ['ttp-2', 'SQRT', ({ n, m, s }) => [m, m / s, (m / s) * n]],
        ['ttp-3', 'SQRT', ({ m, s }) => [m, m / s, m / s]],
        ['ttp-4', 'PAIR', (p) => [p.m, p.m / p.s, welch(p)]],
        ['ttp-5', 'SQ', withOther(({ s }) => ({ s: s ** 2 }))],
        ['ttp-6', 'SIGN', withOther(({ m }) => ({ m: -m }))],
        ['ttp-7', 'PAIR', (p) => [p.m, dav(p), welch(p)]],
        ['ttp-8', 'ABS', withOther(({ m }) => ({ m: Math.abs(m) }))],
        ['ttp-9', 'ABS', withOther(({ d }) => ({ m: mean(d.map(Math.abs)) }))],
        ['ttp-10', 'SUM', ({ n, m, s }) => [n * m, m / s, (m / s) * Math.sqrt(n)]],
        ['ttp-11', 'FREEDOM', ({ n, m, s }) => [m, m / s, (m / s) * Math.sqrt(n - 1)]],
        ['ttp-12', 'FREEDOM', (p) => [p.m, p.m / p.s, (p.m / biased(p)) * Math.sqrt(p.n)]],
        ['coh-1', 'PAIR', (p) => [p.m, dav(p), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-2', 'FREEDOM', (p) => [p.m, p.m / biased(p), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-3', 'SQRT', ({ n, m, s }) => [m, (m / s) * Math.sqrt(n), (m / s) * Math.sqrt(n)]],
        ['coh-4', 'PAIR', (p) => [p.m, p.m / Math.sqrt(variance(p.baseline)), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-6', 'REORDER', (p) => [p.m, (p.m / p.s) * Math.sqrt(p.n), p.m / p.s]],
      ]),
    },
  ],
  publicCases: [
    [vector(0.597, 0.592, 0.588, 0.597, 0.597), vector(0.585, 0.571, 0.592, 0.58, 0.588)],
    [vector(58, 61, 57.5), vector(60, 60.5, 61)],
  ],
  secretCases: (random) => {
    const sign = random() < 0.5 ? -1 : 1;
    return [5, 7, 9].map((n, i): readonly Argument[] => {
      const shift = sign * (i === 1 ? -1 : 1) * between(random, 0.5, 1.4);
      const baseline = Array.from({ length: n }, () => between(random, 55, 61));
      // Of both signs, so that the mean of |d| is another number.
      const noise = (k: number): number => (k % 2 === 0 ? 1 : -1) * between(random, 1.5, 2.6);
      return [vector(...baseline.map((score, k) => score + shift + noise(k))), vector(...baseline)];
    });
  },
  // All differences near 100: the mean of squares less the square of the mean loses them in float32.
  extremeCases: [
    [vector(100.25, 200.5, 300, 400.375, 150.125), vector(0, 100, 200, 300, 50)],
    [vector(1000.5, 1000, 1000.25, 1000.75), vector(0, 0, 0, 0)],
  ],
};
