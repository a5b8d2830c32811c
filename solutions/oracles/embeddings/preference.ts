import { sigmoid, softplus } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { preferences } from './draw';

/** A number of one comparison, from the difference of the scores and beta. */
type OfPair = (d: number, beta: number) => number;

/** A scalar from the scores of all comparisons. */
type Whole = (preferred: readonly number[], rejected: readonly number[], beta: number) => number;

const ofWhole =
  (whole: Whole): Reference =>
  (preferred, rejected, beta) =>
    scalar(whole(tensor(preferred).data, tensor(rejected).data, number(beta)));

const differences = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x - (b[i] ?? NaN));

const each = (loss: OfPair, a: readonly number[], b: readonly number[], beta: number): number[] =>
  differences(a, b).map((d) => loss(d, beta));

const meanOf = (loss: OfPair): Reference => ofWhole((a, b, beta) => mean(each(loss, a, b, beta)));

/** A number of the gradient by the preferred score, which also knows how many comparisons there are. */
type Slope = (d: number, beta: number, n: number) => number;

const slopeOf =
  (slope: Slope): Reference =>
  (preferred, rejected, beta) => {
    const [a, b] = [tensor(preferred), tensor(rejected).data];
    return map(a, (x, i) => slope(x - (b[i] ?? NaN), number(beta), a.data.length));
  };

const right: OfPair = (d, beta) => softplus(-beta * d);
const slope: OfPair = (d, beta) => -beta * sigmoid(-beta * d);

/** mean of -log σ(beta (preferred - rejected)), and its gradient by the preferred, -beta σ(-beta d)/N. */
export const preference: Item = {
  id: 'preference',
  title: { pt: 'A perda de preferência e o seu gradiente', es: 'La pérdida de preferencia y su gradiente' },
  points: { value: 2, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'preference',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<OfPair>(meanOf, [
          ['pref-1', 'SIGN', (d, beta) => right(-d, beta)],
          ['pref-2', 'DEFAULT', (d) => right(d, 1)],
          ['pref-3', 'SCALE', (d, beta) => beta * right(d, 1)],
          ['pref-4', 'SCALE', (d, beta) => right(d, 1 / beta)],
          ['pref-5', 'NOLOG', (d, beta) => sigmoid(-beta * d)],
          ['pref-6', 'NOLOG', (d, beta) => -sigmoid(beta * d)],
          ['pref-7', 'SIGN', (d, beta) => -right(d, beta)],
          ['pref-8', 'LOGBASE', (d, beta) => right(d, beta) / Math.LN2],
          ['pref-9', 'OTHER', (d, beta) => Math.max(0, 1 - beta * d)],
          ['pref-10', 'OTHER', (d, beta) => (beta * d <= 0 ? 1 : 0)],
          ['pref-11', 'TERM', (d, beta) => -beta * d],
          ['pref-16', 'OTHER', (d, beta) => Math.max(0, -beta * d)],
          ['pref-17', 'PROB', (d, beta) => softplus(-sigmoid(beta * d))],
          ['pref-18', 'ABS', (d, beta) => right(Math.abs(d), beta)],
          ['pref-19', 'SQ', (d, beta) => right(d * d, beta)],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['pref-12', 'SUM', (a, b, beta) => sum(each(right, a, b, beta))],
          ['pref-13', 'ORDER', (a, b, beta) => right(mean(differences(a, b)), beta)],
          ['pref-14', 'TERM', (a, _b, beta) => mean(a.map((x) => right(x, beta)))],
          ['pref-15', 'OTHER', (a, b, beta) => mean(a.map((x, i) => right(sigmoid(x) - sigmoid(b[i] ?? NaN), beta)))],
          ['pref-20', 'ORDER', (a, b, beta) => mean(a.map((x, i) => right(x, beta) - right(b[i] ?? NaN, beta)))],
          ['pref-21', 'OTHER', (a, b, beta) => mean(a.map((x, i) => right(x, beta) + right(-(b[i] ?? NaN), beta)))],
          ['pref-22', 'ORDER', (a, b, beta) => mean(a.map((x, i) => right(beta * x - (b[i] ?? NaN), 1)))],
          ['pref-23', 'ORDER', (a, b, beta) => -Math.log(mean(each((d) => sigmoid(beta * d), a, b, beta)))],
        ]),
      ],
    },
    {
      name: 'preferenceGrad',
      line: 'gradient',
      reference: slopeOf((d, beta, n) => slope(d, beta) / n),
      mistakes: mistakes<Slope>(slopeOf, [
        ['pref-g1', 'GRADN', slope],
        ['pref-g2', 'GRADSIGN', (d, beta, n) => -slope(d, beta) / n],
        ['pref-g3', 'CHAIN', (d, beta, n) => slope(d, beta) / (beta * n)],
        ['pref-g4', 'SIGN', (d, beta, n) => slope(-d, beta) / n],
        ['pref-g5', 'CHAIN', (d, beta, n) => (-beta * sigmoid(beta * d) * sigmoid(-beta * d)) / n],
        ['pref-g6', 'DEFAULT', (d, _beta, n) => slope(d, 1) / n],
        ['pref-g7', 'OTHER', (d, beta, n) => (beta * d < 1 ? -beta : 0) / n],
        ['pref-g8', 'CHAIN', (d, beta, n) => -beta / sigmoid(beta * d) / n],
        ['pref-g9', 'CHAIN', (d, beta, n) => (-beta * Math.exp(-beta * d)) / n],
        ['pref-g10', 'CHAIN', (d, beta, n) => (-beta * right(d, beta)) / n],
        ['pref-g11', 'CHAIN', (_d, beta, n) => -beta / n],
      ]),
    },
  ],
  publicCases: [
    [vector(2, 0.5, 1, -0.3, 0.9), vector(1, 0.9, -1, 2.4, -0.2), 0.5],
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
      2,
    ],
    [vector(0.25), vector(0.75), 1.5],
  ],
  secretCases: preferences,
  // Beyond the reach of exp on both sides.
  extremeCases: [
    [vector(500, -500, 0.5), vector(-500, 500, 0.25), 1],
    [vector(-300, 2), vector(100, 1), 0.5],
  ],
};
