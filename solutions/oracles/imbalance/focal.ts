import type { Argument, Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { classesOf, labelled, scores, sizes } from '../classification/draw';
import { argmax, at, logSoftmax, oneHot, softmax, softplus } from '../classification/rows';
import { fromRows, mistakes, samples } from '../classification/samples';

/** One sample: its scores, its class, the factors of the classes and gamma. */
interface Sample {
  readonly row: readonly number[];
  readonly y: number;
  readonly alpha: readonly number[];
  readonly gamma: number;
}

const all = (...[logits, classes, alpha, gamma]: Argument[]): Sample[] => {
  const { rows, y } = samples(logits, classes);
  return rows.map((row, i) => ({ row, y: y[i] ?? NaN, alpha: tensor(alpha).data, gamma: number(gamma) }));
};

const of =
  (f: (all: readonly Sample[]) => number): Reference =>
  (...args) =>
    scalar(f(all(...args)));

type Loss = (sample: Sample) => number;

const meanOf = (f: Loss): Reference => of((samples) => mean(samples.map(f)));

const p = ({ row, y }: Sample): number => at(softmax(row), y);
const ce = ({ row, y }: Sample): number => -at(logSoftmax(row), y);
const factor = ({ alpha, y }: Sample): number => at(alpha, y);

/** 1 - p without loss of digits where p is near 1. */
const rest = ({ row, y }: Sample): number => sum(softmax(row).filter((_p, c) => c !== y));

const quiet = (s: Sample): number => rest(s) ** s.gamma;
const right: Loss = (s) => factor(s) * quiet(s) * ce(s);
const weighted: Loss = (s) => factor(s) * ce(s);

/** A row of the gradient is this slope times (softmax - one-hot). */
type Slope = (sample: Sample, count: number) => number;

const gradientOf =
  (f: Slope): Reference =>
  (...args) => {
    const list = all(...args);
    return fromRows(
      list.map((s) => {
        const truth = oneHot(s.row, s.y);
        return softmax(s.row).map((q, c) => f(s, list.length) * (q - (truth[c] ?? NaN)));
      }),
    );
  };

/** A gradient that pulls the true class and pushes no other. */
const ofTruthAlone =
  (f: Slope): Reference =>
  (...args) => {
    const list = all(...args);
    return fromRows(list.map((s) => oneHot(s.row, s.y).map((truth) => -f(s, list.length) * truth)));
  };

/** What the modulating factor's own derivative adds. */
const byFactor = (s: Sample): number => s.gamma * rest(s) ** (s.gamma - 1) * p(s) * ce(s);

const slope: Slope = (s, n) => (factor(s) * (quiet(s) + byFactor(s))) / n;

/** A softmax down the columns. */
const byColumns: Reference = (...args) => {
  const list = all(...args);
  const ofColumn = (s: Sample, i: number): number => logSoftmax(list.map(({ row }) => at(row, s.y)))[i] ?? NaN;
  const loss = (s: Sample, logP: number): number => -factor(s) * (1 - Math.exp(logP)) ** s.gamma * logP;
  return scalar(mean(list.map((s, i) => loss(s, ofColumn(s, i)))));
};

/** mean of α_y (1 - p)^γ (-log p), with p the softmax's probability of the class; and its gradient by the logits. */
export const focal: Item = {
  id: 'focal',
  title: { pt: 'A perda focal e o seu gradiente', es: 'La pérdida focal y su gradiente' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'focal',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Loss>(meanOf, [
          ['foc-1', 'SIGN', (s) => -right(s)],
          ['foc-2', 'EASY', (s) => factor(s) * p(s) ** s.gamma * ce(s)],
          ['foc-3', 'DEFAULT', weighted],
          ['foc-4', 'NOLOG', (s) => factor(s) * quiet(s)],
          ['foc-5', 'SCALE', (s) => factor(s) * (rest(s) * ce(s)) ** s.gamma],
          ['foc-6', 'SCALE', (s) => factor(s) * rest(s) * ce(s) ** s.gamma],
          ['foc-7', 'SCALE', (s) => factor(s) * s.gamma * rest(s) * ce(s)],
          ['foc-8', 'DEFAULT', (s) => factor(s) * rest(s) * ce(s)],
          [
            'foc-11',
            'LINK',
            (s) => factor(s) * Math.exp(-s.gamma * softplus(at(s.row, s.y))) * softplus(-at(s.row, s.y)),
          ],
          ['foc-13', 'ARGMAX', (s) => right({ ...s, y: argmax(s.row) })],
          ['foc-14', 'LOGBASE', (s) => right(s) / Math.LN2],
          ['foc-16', 'OTHER', (s) => sum(s.row.map((_x, y) => right({ ...s, y })))],
          ['foc-18', 'AXIS', (s) => right(s) / s.row.length],
          ['foc-19', 'SOFTMAX2', (s) => right({ ...s, row: softmax(s.row) })],
          ['fca-1', 'WEIGHT', (s) => (1 - Math.exp(-weighted(s))) ** s.gamma * weighted(s)],
          ['fca-3', 'WEIGHT', (s) => quiet(s) * ce(s)],
          ['fca-5', 'WEIGHT', (s) => (1 - factor(s)) * quiet(s) * ce(s)],
          ['fca-6', 'WEIGHT', (s) => factor(s) ** s.gamma * quiet(s) * ce(s)],
          ['foc-20', 'DEFAULT', (s) => right({ ...s, gamma: 2 })],
          ['fca-8', 'WEIGHT', (s) => factor(s) * (factor(s) * rest(s)) ** s.gamma * ce(s)],
          ['fca-9', 'WEIGHT', (s) => at(s.alpha, 0) * quiet(s) * ce(s)],
          ['fca-7', 'WEIGHT', (s) => at(s.alpha, argmax(s.row)) * quiet(s) * ce(s)],
        ]),
        ...mistakes<(samples: readonly Sample[]) => number>(of, [
          ['foc-9', 'ORDER', (list) => (1 - mean(list.map(p))) ** (list[0]?.gamma ?? 0) * mean(list.map(weighted))],
          [
            'foc-10',
            'ORDER',
            (list) => (1 - Math.exp(-mean(list.map(weighted)))) ** (list[0]?.gamma ?? 0) * mean(list.map(weighted)),
          ],
          ['foc-15', 'SUM', (list) => sum(list.map(right))],
          ['foc-17', 'DIV', (list) => sum(list.map(right)) / sum(list.map(quiet))],
          ['fca-2', 'WEIGHT', (list) => sum(list.map(right)) / sum(list.map(factor))],
        ]),
        { id: 'foc-21', family: 'ALONG', of: byColumns },
      ],
    },
    {
      name: 'focalGrad',
      line: 'gradient',
      reference: gradientOf(slope),
      mistakes: [
        ...mistakes<Slope>(gradientOf, [
          ['foc-g1', 'DETACH', (s, n) => (factor(s) * quiet(s)) / n],
          ['foc-g2', 'DEFAULT', (s, n) => factor(s) / n],
          ['foc-g3', 'GRADN', (s) => slope(s, 1)],
          ['foc-g4', 'SIGN', (s, n) => (factor(s) * (quiet(s) - byFactor(s))) / n],
          ['foc-g5', 'GRADSIGN', (s, n) => -slope(s, n)],
          ['foc-g6', 'CHAIN', (s, n) => (factor(s) * byFactor(s)) / n],
          ['foc-g7', 'WEIGHT', (s, n) => (quiet(s) + byFactor(s)) / n],
          ['foc-g8', 'CHAIN', (s, n) => (factor(s) * (quiet(s) + byFactor(s) / p(s))) / n],
          ['foc-g9', 'CHAIN', (s, n) => (factor(s) * (quiet(s) + byFactor(s) / s.gamma)) / n],
          ['foc-g10', 'AXIS', (s, n) => slope(s, n * s.row.length)],
          ['foc-g11', 'CHAIN', (s, n) => rest(s) * slope(s, n)],
        ]),
        ...mistakes<Slope>(ofTruthAlone, [
          ['foc-g12', 'WRT', (s, n) => slope(s, n) / p(s)],
          ['foc-g13', 'TERM', slope],
        ]),
      ],
    },
  ],
  publicCases: [
    [matrix([[2, -1, 0.5]]), vector(1), vector(0.5, 1.75, 1), 2],
    [
      matrix([
        [2, -1, 0.5],
        [0.1, 0.2, -0.3],
        [-1.5, 0.3, 1.2],
        [0.4, 1.1, -0.6],
      ]),
      vector(0, 2, 1, 2),
      vector(0.5, 1.25, 2),
      3,
    ],
    [
      matrix([
        [2, -1, 0.5, 1],
        [0.1, 1.2, -0.3, -2],
        [1.5, 0.25, -1.2, 0.75],
      ]),
      vector(2, 1, 0),
      vector(1.5, 0.4, 2.5, 0.75),
      1.5,
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width], i): readonly Argument[] => {
      const rows = scores(random, count, width);
      const alpha = Array.from(
        { length: width },
        (_, c) => Math.fround([0.4, 1.7, 2.4, 0.7][c % 4] ?? 1) + random() / 8,
      );
      return [...labelled(rows, classesOf(random, rows)), vector(...alpha), [3, 1.5, 2.5][i] ?? 2];
    }),
  // Right and wrong beyond float32's reach: p is exactly 1 or 0.
  extremeCases: [
    [matrix([[1000, 0, -1000]]), vector(2), vector(0.5, 1, 1.5), 2],
    [
      matrix([
        [1000, 0, -1000],
        [120, -120, 3],
        [0, -110, 0.5],
      ]),
      vector(0, 1, 2),
      vector(0.5, 1.25, 2),
      1.5,
    ],
  ],
};
