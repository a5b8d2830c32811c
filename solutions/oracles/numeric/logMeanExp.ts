import { logSumExp, softmax } from '../classification/rows';
import { mistakes } from '../classification/samples';
import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { matrix, mean, scalar, sum, tensor, vector } from '../numbers';

type Scalar = (x: readonly number[]) => number;

const ofAll =
  (f: Scalar): Reference =>
  (x) =>
    scalar(f(tensor(x).data));

const logMeanExpOf: Scalar = (x) => logSumExp(x) - Math.log(x.length);
const largest: Scalar = (x) => Math.max(...x);

/** What is added to the largest. */
const rest: Scalar = (x) => logMeanExpOf(x) - largest(x);

/** Divided by the length of one axis. */
const overAxis =
  (axis: number): Reference =>
  (x) => {
    const { shape, data } = tensor(x);
    return scalar(logSumExp(data) - Math.log(shape.at(axis) ?? NaN));
  };

/** The mean of what each row gives. */
const byRows: Reference = (x) => {
  const { shape, data } = tensor(x);
  const width = shape.at(-1) ?? NaN;
  const rows = Array.from({ length: data.length / width }, (_, i) => data.slice(i * width, (i + 1) * width));
  return scalar(mean(rows.map(logMeanExpOf)));
};

/** log of the mean of exp x, over all elements. */
export const logMeanExp: Item = {
  id: 'logMeanExp',
  title: { pt: 'O logaritmo de uma média de exponenciais', es: 'El logaritmo de una media de exponenciales' },
  points: { value: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'logMeanExp',
      line: 'value',
      reference: ofAll(logMeanExpOf),
      mistakes: [
        ...mistakes<Scalar>(ofAll, [
          ['lme-1', 'SUM', logSumExp],
          ['lme-2', 'LOGBASE', (x) => logMeanExpOf(x) / Math.LN2],
          ['lme-3', 'LOGBASE', (x) => logMeanExpOf(x) / Math.LN10],
          ['lme-4', 'ORDER', mean],
          ['lme-5', 'NOLOG', (x) => Math.exp(logMeanExpOf(x))],
          ['lme-6', 'MAXBACK', (x) => logMeanExpOf(x) - largest(x)],
          ['lme-7', 'MAXBACK', (x) => logMeanExpOf(x) + largest(x)],
          ['lme-8', 'MAXBACK', (x) => logMeanExpOf(x) - 2 * largest(x)],
          ['lme-9', 'SIGN', (x) => -logMeanExpOf(x)],
          ['lme-10', 'OTHER', largest],
          ['lme-11', 'ORDER', (x) => logSumExp(x) / x.length],
          ['lme-12', 'OTHER', (x) => sum(softmax(x).map((p, i) => p * (x[i] ?? NaN)))],
          ['lme-13', 'SIGN', (x) => logSumExp(x) + Math.log(x.length)],
          ['lme-14', 'NOLOG', (x) => sum(x.map(Math.exp))],
          ['lme-15', 'EXP', (x) => Math.log(Math.abs(mean(x)))],
          ['lme-16', 'LOGBASE', (x) => largest(x) + rest(x) / Math.LN2],
          ['lme-17', 'NOLOG', (x) => largest(x) + Math.exp(rest(x))],
          ['lme-18', 'ORDER', (x) => largest(x) * rest(x)],
          ['lme-19', 'OTHER', (x) => largest(x) + Math.log1p(Math.exp(rest(x)))],
          ['lme-20', 'OTHER', (x) => Math.log1p(Math.exp(logMeanExpOf(x)))],
          ['lme-21', 'NOLOG', (x) => logSumExp(x) - x.length],
          ['lme-22', 'ORDER', (x) => logSumExp(x) / Math.log(x.length)],
          ['lme-23', 'LOGBASE', (x) => largest(x) + Math.log(mean(x.map((one) => 2 ** (one - largest(x)))))],
          ['lme-24', 'SIGN', (x) => -logMeanExpOf(x.map((one) => -one))],
          ['lme-30', 'DIV', (x) => logMeanExpOf(x) - Math.log(x.length)],
          ['lme-25', 'PART', (x) => logSumExp(x.slice(0, -1)) - Math.log(x.length)],
          ['lme-26', 'PART', (x) => logSumExp(x.slice(1)) - Math.log(x.length)],
        ]),
        { id: 'lme-27', family: 'AXIS', of: overAxis(0) },
        { id: 'lme-28', family: 'AXIS', of: overAxis(-1) },
        { id: 'lme-29', family: 'ALONG', of: byRows },
      ],
    },
  ],
  publicCases: [
    [vector(1, 2, 3)],
    [
      matrix([
        [0.5, -1, 2.5, 1],
        [-2, 0.25, 1.5, -0.75],
      ]),
    ],
    [vector(-3, -1.5, -2, -0.5, -4)],
  ],
  secretCases: (random) =>
    shapes(random).map((shape, i) => {
      const level = [1, -2.5, 0.5][i] ?? 0;
      const data = Array.from({ length: shape.reduce((product, n) => product * n, 1) }, (_, place) =>
        Math.fround(level + 3 * random() - 1.5 + (place === 0 ? 1 : 0)),
      );
      return [{ shape: [...shape], data }];
    }),
  // Where exp overflows, where it is 0, and where both are side by side, with the largest neither first nor last.
  extremeCases: [[vector(1000, 999, 998)], [vector(-1000, -1001, -1003, -1002)], [vector(0, 89, 88, -200)]],
};
