import { pair, shapes } from '../draw';
import type { Item, Reference } from '../format';
import { errors, mean, number, scalar, sum, tensor } from '../numbers';
import { abs, mistakes, publicPairs, squares } from '../regression/errors';

/** A scalar from the errors and α. */
type Mixture = (d: readonly number[], alpha: number) => number;

const ofErrors =
  (f: Mixture): Reference =>
  (input, target, alpha) =>
    scalar(f(errors(tensor(input), tensor(target)), number(alpha)));

const mse = (d: readonly number[]): number => mean(squares(d));
const l1 = (d: readonly number[]): number => mean(abs(d));
const right: Mixture = (d, alpha) => alpha * mse(d) + (1 - alpha) * l1(d);

/** α·MSE + (1 − α)·L1, as a class that keeps α. */
export const composite: Item = {
  id: 'composite',
  title: { pt: 'Uma perda composta, como classe', es: 'Una pérdida compuesta, como clase' },
  points: { value: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'composite',
      line: 'value',
      reference: ofErrors(right),
      mistakes: mistakes<Mixture>(ofErrors, [
        ['com-1', 'WHICH', (d, a) => right(d, 1 - a)],
        ['com-2', 'TERM', (d, a) => a * mse(d) + l1(d)],
        ['com-3', 'TERM', (d, a) => mse(d) + (1 - a) * l1(d)],
        ['com-4', 'DEFAULT', (d) => mse(d) + l1(d)],
        ['com-5', 'DEFAULT', (d) => right(d, 0.5)],
        ['com-6', 'SQRT', (d, a) => a * Math.sqrt(mse(d)) + (1 - a) * l1(d)],
        ['com-7', 'SUM', (d, a) => a * sum(squares(d)) + (1 - a) * sum(abs(d))],
        ['com-8', 'OTHER', (d, a) => mse(d) ** a * l1(d) ** (1 - a)],
        ['com-9', 'ABS', (d, a) => a * mse(d) + (1 - a) * mean(d)],
        ['com-10', 'ABS', (d, a) => a * mse(d) + (1 - a) * Math.abs(mean(d))],
        ['com-11', 'HALF', (d, a) => (a * mse(d)) / 2 + (1 - a) * l1(d)],
        ['com-12', 'TERM', (d, a) => a * mse(d)],
        ['com-13', 'TERM', (d, a) => (1 - a) * l1(d)],
        ['com-14', 'SCALE', (d, a) => a * (mse(d) + l1(d))],
        ['com-15', 'SIGN', (d, a) => a * mse(d) + (1 + a) * l1(d)],
        ['com-16', 'SIGN', (d, a) => a * mse(d) - (1 - a) * l1(d)],
        ['com-17', 'ORDER', (d, a) => a * mean(d) ** 2 + (1 - a) * l1(d)],
        ['com-18', 'SCALE', (d, a) => a * a * mse(d) + (1 - a) * l1(d)],
        ['com-19', 'SUM', (d, a) => a * sum(squares(d)) + (1 - a) * l1(d)],
        ['com-20', 'SUM', (d, a) => a * mse(d) + (1 - a) * sum(abs(d))],
        ['com-21', 'ORDER', (d, a) => a * mse(d) + 1 - a * l1(d)],
      ]),
    },
  ],
  publicCases: publicPairs.map((args, i) => [...args, [0.3, 0.75, 0.2][i] ?? 0.3]),
  secretCases: (random) =>
    shapes(random).map((shape, i) => [
      ...pair(random, shape),
      Math.round(([0.15, 0.65, 0.3][i] ?? 0.3) * 100 + 15 * random()) / 100,
    ]),
  extremeCases: [],
};
