import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { errors, mean, median, sum, tensor, vector } from '../numbers';

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

const deviation = (data: readonly number[]): number => Math.sqrt(variance(data));

/** Differences of which some got lost, or that are others. */
const withDifferences = (other: (paired: Paired) => readonly number[]): Three =>
  withOther((paired) => {
    const d = other(paired);
    return { n: d.length, m: mean(d), s: deviation(d) };
  });

/** The deviation around another middle than the mean. */
const around = ({ d, n }: Paired, middle: number): number => Math.sqrt(sum(d.map((x) => (x - middle) ** 2)) / (n - 1));

const ascending = (data: readonly number[]): number[] => [...data].sort((a, b) => a - b);

/** Pairs of scores that have the same rank, and not the same seed. */
const byRank = ({ candidate, baseline }: Paired): number[] => {
  const others = ascending(baseline);
  return ascending(candidate).map((x, i) => x - (others[i] ?? NaN));
};

/** Both sums end before the last pair, and the divisors do not know. */
const withoutLast: Three = (paired) => {
  const d = paired.d.slice(0, -1);
  const m = sum(d) / paired.n;
  return right({ ...paired, m, s: around({ ...paired, d }, m) });
};

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
        ['ttp-13', 'ABS', withDifferences(({ d }) => d.map(Math.abs))],
        ['ttp-14', 'SUM', withOther((p) => ({ m: sum(p.d), s: around(p, sum(p.d)) }))],
        ['ttp-15', 'SQRT', ({ n, m, s }) => [m, m / s, m / s / Math.sqrt(n)]],
        ['ttp-16', 'TERM', ({ n, m, s }) => [m, s, (m / s) * Math.sqrt(n)]],
        ['ttp-17', 'TERM', ({ n, m, s }) => [m, m / s, s / Math.sqrt(n)]],
        ['ttp-18', 'SQRT', ({ n, m, s }) => [m, m / s, m / Math.sqrt(s / n)]],
        ['ttp-19', 'TERM', withOther((p) => ({ s: around(p, 0) }))],
        ['ttp-20', 'FREEDOM', withOther(({ n, s }) => ({ s: s * Math.sqrt(n - 1) }))],
        ['ttp-21', 'OTHER', withDifferences(({ d, baseline }) => d.map((x, i) => x / (baseline[i] ?? NaN)))],
        ['ttp-22', 'DEFAULT', ({ m, s }) => [m, m / s, (m / s) * Math.sqrt(5)]],
        ['ttp-23', 'OTHER', withOther(({ d }) => ({ m: median(d) }))],
        ['ttp-24', 'SQ', withOther(({ n, d, m }) => ({ s: sum(d.map((x) => Math.abs(x - m))) / (n - 1) }))],
        ['ttp-25', 'PART', withDifferences(({ d }) => d.slice(1))],
        ['ttp-26', 'PART', withoutLast],
        ['ttp-27', 'PAIR', withDifferences(byRank)],
        ['ttp-28', 'ABS', withOther((p) => ({ m: Math.abs(p.m), s: around(p, Math.abs(p.m)) }))],
        ['coh-1', 'PAIR', (p) => [p.m, dav(p), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-2', 'FREEDOM', (p) => [p.m, p.m / biased(p), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-3', 'SQRT', ({ n, m, s }) => [m, (m / s) * Math.sqrt(n), (m / s) * Math.sqrt(n)]],
        ['coh-4', 'PAIR', (p) => [p.m, p.m / Math.sqrt(variance(p.baseline)), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-6', 'REORDER', (p) => [p.m, (p.m / p.s) * Math.sqrt(p.n), p.m / p.s]],
        ['coh-7', 'PAIR', (p) => [p.m, p.m / deviation(p.candidate), (p.m / p.s) * Math.sqrt(p.n)]],
        ['coh-8', 'PAIR', withOther((p) => ({ s: Math.sqrt(variance(p.candidate) + variance(p.baseline)) }))],
        ['coh-9', 'PAIR', withOther((p) => ({ s: (deviation(p.candidate) + deviation(p.baseline)) / 2 }))],
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
