import { softplus } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { rankedPairs } from './draw';

/** A number of one pair, from the difference of its scores, its label and the margin. */
type OfPair = (d: number, y: number, margin: number) => number;

/** A scalar from all differences. */
type Whole = (d: readonly number[], y: readonly number[], margin: number) => number;

const ofWhole =
  (whole: Whole): Reference =>
  (first, second, labels, margin) => {
    const others = tensor(second).data;
    const differences = tensor(first).data.map((x, i) => x - (others[i] ?? NaN));
    return scalar(whole(differences, tensor(labels).data, number(margin)));
  };

const each = (loss: OfPair, d: readonly number[], y: readonly number[], margin: number): number[] =>
  d.map((difference, i) => loss(difference, y[i] ?? NaN, margin));

const meanOf = (loss: OfPair): Reference => ofWhole((d, y, margin) => mean(each(loss, d, y, margin)));

/** The label on the first score alone. */
const labelOfFirst: Reference = (first, second, labels, margin) => {
  const [x1, x2, y] = [tensor(first).data, tensor(second).data, tensor(labels).data];
  return scalar(mean(x1.map((x, i) => Math.max(0, number(margin) - ((y[i] ?? NaN) * x - (x2[i] ?? NaN))))));
};

/** A number of the gradient by the first score, which also knows how many pairs there are. */
type Slope = (d: number, y: number, margin: number, n: number) => number;

const slopeOf =
  (slope: Slope): Reference =>
  (first, second, labels, margin) => {
    const [x1, x2, y] = [tensor(first), tensor(second).data, tensor(labels).data];
    return map(x1, (x, i) => slope(x - (x2[i] ?? NaN), y[i] ?? NaN, number(margin), x1.data.length));
  };

const right: OfPair = (d, y, margin) => Math.max(0, margin - y * d);
const slope: OfPair = (d, y, margin) => (margin - y * d > 0 ? -y : 0);

/** mean of max(0, margin - y(x1 - x2)), and its gradient by x1: -y/N of a pair that is not apart by the margin. */
export const ranking: Item = {
  id: 'ranking',
  title: { pt: 'A perda de ranqueamento e o seu gradiente', es: 'La pérdida de ordenamiento y su gradiente' },
  points: { value: 3, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'ranking',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<OfPair>(meanOf, [
          ['rank-1', 'SIGN', (d, y, m) => right(-d, y, m)],
          ['rank-2', 'MARGIN', (d, y, m) => right(d, y, -m)],
          ['rank-3', 'MARGIN', (d, y) => right(d, y, 0)],
          ['rank-4', 'MARGIN', (d, y, m) => right(d - m, y, 0)],
          ['rank-5', 'MAX0', (d, y, m) => m - y * d],
          ['rank-6', 'LABEL', (d, y, m) => right(d, (y + 1) / 2, m)],
          ['rank-7', 'LABEL', (d, _y, m) => right(d, 1, m)],
          ['rank-8', 'ABS', (d, _y, m) => right(Math.abs(d), 1, m)],
          ['rank-11', 'SQ', (d, y, m) => right(d, y, m) ** 2],
          ['rank-12', 'OTHER', (d, y) => softplus(-y * d)],
          ['rank-14', 'DEFAULT', (d, y) => right(d, y, 1)],
          ['rank-16', 'MAX0', (d, y, m) => Math.min(0, m - y * d)],
          ['rank-17', 'MAX0', (d, y, m) => Math.abs(m - y * d)],
          ['rank-18', 'ORDER', (d, y, m) => m - Math.max(0, y * d)],
          ['rank-19', 'OTHER', (d, y, m) => softplus(m - y * d)],
          ['rank-20', 'MARGIN', (d, y, m) => (d === 0 ? 0 : right(d, y, m))],
          ['rank-21', 'MARGIN', (d, y, m) => (y * d < 0 ? right(d, y, m) : 0)],
          ['rank-22', 'OTHER', (d, y, m) => (y === 1 ? d : Math.max(0, m - d))],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['rank-9', 'SUM', (d, y, m) => sum(each(right, d, y, m))],
          ['rank-13', 'DIV', (d, y, m) => mean(each(right, d, y, m).filter((loss) => loss > 0))],
          ['rank-15', 'ORDER', (d, y, m) => right(mean(each((one, label) => one * label, d, y, m)), 1, m)],
        ]),
        { id: 'rank-23', family: 'LABEL', of: labelOfFirst },
      ],
    },
    {
      name: 'rankingGrad',
      line: 'gradient',
      reference: slopeOf((d, y, m, n) => slope(d, y, m) / n),
      mistakes: mistakes<Slope>(slopeOf, [
        ['rank-g1', 'GRADN', slope],
        ['rank-g2', 'GRADSIGN', (d, y, m, n) => -slope(d, y, m) / n],
        ['rank-g3', 'LABEL', (d, y, m, n) => -Math.abs(slope(d, y, m)) / n],
        ['rank-g4', 'MAX0', (_d, y, _m, n) => -y / n],
        ['rank-g5', 'MARGIN', (d, y, _m, n) => slope(d, y, 0) / n],
        ['rank-g6', 'CHAIN', (d, y, m, n) => (-y * right(d, y, m)) / n],
        ['rank-g7', 'DEFAULT', (d, y, _m, n) => slope(d, y, 1) / n],
        ['rank-g8', 'MAX0', (d, y, m, n) => (y * d > m ? -y : 0) / n],
        ['rank-g9', 'LABEL', (d, y, m, n) => (Math.abs(d) < m ? -y : 0) / n],
        ['rank-g10', 'LABEL', (d, y, m, n) => (d < m ? -y : 0) / n],
        ['rank-g11', 'LABEL', (d, y, m, n) => (y * d < m ? -Math.sign(d) : 0) / n],
        ['rank-g12', 'CHAIN', (d, y, m, n) => (y * d < m ? -y * d : 0) / n],
        ['rank-g13', 'LABEL', (d, y, m, n) => Math.abs(slope(d, y, m)) / n],
        ['rank-g14', 'MARGIN', (d, y, m, n) => (d === 0 ? 0 : slope(d, y, m)) / n],
      ]),
    },
  ],
  // In the first case the third pair is a tie, and the mean of y(x1 - x2) is larger than the margin.
  publicCases: [
    [vector(4, 0.5, 1, -0.3, 0.9, 3.2), vector(1, 0.9, 1, 2.4, -0.2, 0.5), vector(1, 1, -1, -1, -1, 1), 0.5],
    [
      matrix([
        [0.5, -1, 2],
        [1.25, 0, -0.5],
        [-2, 0.75, 1.5],
      ]),
      matrix([
        [-1, 0.25, 1.5],
        [2.5, -3, 0.25],
        [-1.5, 1, -0.5],
      ]),
      matrix([
        [1, -1, 1],
        [1, -1, -1],
        [-1, 1, 1],
      ]),
      1.6,
    ],
    [vector(0.25), vector(0.5), vector(1), 0.75],
  ],
  secretCases: rankedPairs,
  extremeCases: [],
};
