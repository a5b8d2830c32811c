import { mistakes } from '../classification/samples';
import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { matrix, mean, scalar, sum, tensor, vector } from '../numbers';

type Scalar = (p: readonly number[]) => number;

const ofAll =
  (f: Scalar): Reference =>
  (p) =>
    scalar(f(tensor(p).data));

const logs = (p: readonly number[]): number[] => p.map(Math.log);
const nll: Scalar = (p) => -mean(logs(p));

/** Minus the logarithm of the geometric mean of probabilities: the mean of -log p, where their product underflows. */
export const geometricNll: Item = {
  id: 'geometricNll',
  title: { pt: 'Muitas probabilidades pequenas', es: 'Muchas probabilidades pequeñas' },
  points: { value: 2, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'geometricNll',
      line: 'value',
      reference: ofAll(nll),
      mistakes: mistakes<Scalar>(ofAll, [
        ['geo-1', 'SUM', (p) => -sum(logs(p))],
        ['geo-2', 'SIGN', (p) => mean(logs(p))],
        ['geo-3', 'LOGBASE', (p) => nll(p) / Math.LN10],
        ['geo-4', 'LOGBASE', (p) => nll(p) / Math.LN2],
        ['geo-5', 'ORDER', (p) => -Math.log(mean(p))],
        ['geo-6', 'ORDER', (p) => -Math.log(sum(p))],
        ['geo-7', 'NOLOG', (p) => Math.exp(-nll(p))],
        ['geo-8', 'NOLOG', (p) => Math.exp(nll(p))],
        ['geo-9', 'OTHER', (p) => -sum(p.map((x) => x * Math.log(x)))],
        ['geo-10', 'OTHER', (p) => -mean(p.map((x) => x * Math.log(x)))],
        ['geo-11', 'OTHER', (p) => -mean(p.map((x) => Math.log(1 - x)))],
        ['geo-12', 'NOLOG', (p) => -mean(p)],
        ['geo-13', 'OTHER', (p) => -mean(p.map(Math.log1p))],
        ['geo-14', 'OTHER', (p) => -Math.log(Math.min(...p))],
        ['geo-15', 'SQRT', (p) => -sum(logs(p)) / 2],
        ['geo-16', 'ORDER', (p) => -logs(p).reduce((product, x) => product * x, 1) / p.length],
        ['geo-17', 'ORDER', (p) => -logs(p).reduce((product, x) => product * x, 1)],
      ]),
    },
  ],
  publicCases: [
    [vector(0.5, 0.25, 0.125)],
    [
      matrix([
        [0.9, 0.2, 0.05, 0.6],
        [0.75, 0.4, 0.1, 0.3],
      ]),
    ],
    [vector(0.02, 0.7, 0.35, 0.15, 0.8)],
  ],
  secretCases: (random) =>
    shapes(random).map((shape) => {
      const size = shape.reduce((product, n) => product * n, 1);
      const data = Array.from({ length: size }, () => Math.fround(0.05 + 0.85 * random()));
      return [{ shape: [...shape], data }];
    }),
  // Products that are 0 in float32, and what is certain.
  extremeCases: [[vector(...Array.from({ length: 40 }, (_, i) => 0.001 * (1 + (i % 3))))], [vector(1e-30, 1e-25, 1)]],
};
