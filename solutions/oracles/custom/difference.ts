import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { map, matrix, number, tensor, vector } from '../numbers';
import { mistakes } from '../regression/errors';

/** An estimate of a slope of log cosh at x, with the step h. */
type Estimate = (x: number, h: number) => number;

const each =
  (f: Estimate): Reference =>
  (x, h) =>
    map(tensor(x), (xi) => f(xi, number(h)));

const f = (u: number): number => Math.abs(u) + Math.log1p(Math.exp(-2 * Math.abs(u))) - Math.LN2;
const right: Estimate = (x, h) => (f(x + h) - f(x - h)) / (2 * h);

/** (f(x + h) − f(x − h))/(2h) of f = log cosh, element by element: the number with its error, not the exact slope. */
export const difference: Item = {
  id: 'difference',
  title: { pt: 'A diferença central', es: 'La diferencia central' },
  points: { value: 4, shape: 1, leak: 1 },
  functions: [
    {
      name: 'centralDifference',
      line: 'value',
      reference: each(right),
      mistakes: [
        ...mistakes<Estimate>(each, [
          ['fd-1', 'HALF', (x, h) => 2 * right(x, h)],
          ['fd-2', 'STEP', (x, h) => (f(x + h) - f(x)) / h],
          ['fd-3', 'SIGN', (x, h) => -right(x, h)],
          ['fd-4', 'SCALE', (x, h) => f(x + h) - f(x - h)],
          ['fd-5', 'TERM', (x, h) => f(x + h) / h],
          ['fd-6', 'OTHER', (x, h) => (f(x + h) - 2 * f(x) + f(x - h)) / (h * h)],
          ['fd-7', 'STEP', (x, h) => (f(x * (1 + h)) - f(x)) / h],
          ['fd-8', 'EXACT', (x) => Math.tanh(x)],
          ['fd-9', 'STEP', (x, h) => (f(x) - f(x - h)) / h],
          ['fd-10', 'ORDER', (x, h) => f(x + h) - f(x - h) / (2 * h)],
          ['fd-11', 'ORDER', (x, h) => ((f(x + h) - f(x - h)) / 2) * h],
          ['fd-12', 'TERM', (x, h) => (f(x + h) + f(x - h)) / (2 * h)],
          ['fd-13', 'SCALE', (x, h) => (f(x + h) - f(x - h)) / (h * h)],
          ['fd-14', 'STEP', (x, h) => right(x + h, h)],
          ['fd-15', 'STEP', (x, h) => (f(x * (1 + h)) - f(x * (1 - h))) / (2 * h)],
          ['fd-16', 'TERM', () => 1],
          ['fd-17', 'ORDER', (_x, h) => f(2 * h) / (2 * h)],
          ['fd-18', 'NOLOG', (x, h) => (Math.cosh(x + h) - Math.cosh(x - h)) / (2 * h)],
          ['fd-19', 'STEP', (x, h) => (4 * right(x, h) - right(x, 2 * h)) / 3],
          ['fd-21', 'STEP', (x, h) => right(x, h / 2)],
          ['fd-22', 'STEP', (x, h) => 2 * right(x, 2 * h)],
        ]),
        {
          id: 'fd-20',
          family: 'PART',
          of: (x, h) => map(tensor(x), (xi, i) => (i === 0 ? right(xi, number(h)) : 0)),
        },
      ],
    },
  ],
  publicCases: [
    [vector(0.7, -1.2, 0.25, 2.5, 0), 0.5],
    [
      matrix([
        [0.5, -0.75, 1.5],
        [-2, 0.1, 1],
        [0.9, -0.4, -1.1],
      ]),
      0.25,
    ],
    [vector(-0.6), 0.8],
  ],
  secretCases: (random) =>
    shapes(random).map((shape, i) => {
      const size = shape.reduce((product, n) => product * n, 1);
      // The first ones lie where log cosh bends most.
      const firsts = [0.6, -0.8, 1.1];
      const data = Array.from({ length: size }, (_x, j) =>
        Math.fround((firsts[j] ?? 4 * random() - 2) + 0.2 * random()),
      );
      return [{ shape, data }, Math.round(([0.3, 0.5, 0.7][i] ?? 0.3) * 100 + 10 * random()) / 100];
    }),
  extremeCases: [],
};
