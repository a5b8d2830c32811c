import { mistakes } from '../classification/samples';
import { pair, shapes } from '../draw';
import type { Item, Reference } from '../format';
import { errors, map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';

/** The loss of one error, or its slope, with tau. */
type One = (d: number, tau: number) => number;

/** A scalar from all errors. */
type Whole = (d: readonly number[], tau: number) => number;

const ofWhole =
  (f: Whole): Reference =>
  (input, target, tau) =>
    scalar(f(errors(tensor(input), tensor(target)), number(tau)));

const meanOf = (f: One): Reference => ofWhole((d, tau) => mean(d.map((one) => f(one, tau))));

const slopeOf =
  (f: One): Reference =>
  (input, target, tau) => {
    const d = errors(tensor(input), tensor(target));
    return map(tensor(input), (_, i) => f(d[i] ?? NaN, number(tau)) / d.length);
  };

const weight: One = (d, tau) => (d < 0 ? tau : 1 - tau);
const right: One = (d, tau) => weight(d, tau) * d * d;
const slope: One = (d, tau) => 2 * weight(d, tau) * d;

/** The weight of the target's sign for that of the error's. */
const weighedByTarget: Reference = (input, target, tau) => {
  const { data } = tensor(target);
  return scalar(mean(errors(tensor(input), tensor(target)).map((d, i) => weight(data[i] ?? NaN, number(tau)) * d * d)));
};

/** mean of w d², where w is tau for an error below 0 and 1 - tau above; value and gradient share the product w d. */
export const expectile: Item = {
  id: 'expectile',
  title: { pt: 'Valor e gradiente de uma só passada', es: 'Valor y gradiente de una sola pasada' },
  points: { value: 3, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'expectile',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<One>(meanOf, [
          ['exp-1', 'BRANCH', (d, tau) => right(-d, tau)],
          ['exp-2', 'HALF', (d, tau) => right(d, tau) / 2],
          ['exp-3', 'SQ', (d, tau) => weight(d, tau) * Math.abs(d)],
          ['exp-4', 'WEIGHT', (d) => d * d],
          ['exp-5', 'SIGN', (d, tau) => -right(d, tau)],
          ['exp-6', 'BRANCH', (d, tau) => (d < 0 ? tau * d * d : 0)],
          ['exp-7', 'BRANCH', (d, tau) => (d < 0 ? 0 : (1 - tau) * d * d)],
          ['exp-8', 'SQ', (d, tau) => (weight(d, tau) * d) ** 2],
          ['exp-9', 'ABS', (d, tau) => weight(d, tau) * d * Math.abs(d)],
          ['exp-10', 'SQ', (d, tau) => weight(d, tau) * d],
          ['exp-11', 'WEIGHT', (d, tau) => (d < 0 ? tau : 1) * d * d],
          ['exp-12', 'WEIGHT', (d, tau) => (d < 0 ? 1 : 1 - tau) * d * d],
          ['exp-13', 'DEFAULT', (d) => right(d, 0.5)],
          ['exp-14', 'WEIGHT', (d, tau) => tau * d * d],
          ['exp-19', 'WEIGHT', (d, tau) => (1 - tau) * d * d],
          ['exp-20', 'WEIGHT', (d, tau) => (d < 0 ? 2 - 3 * tau : 1 - tau) * d * d],
          ['exp-21', 'DEFAULT', (d) => right(d, 0.8)],
          ['exp-22', 'SQ', (d, tau) => weight(d, tau) * d ** 3],
          ['exp-24', 'SIGN', (d, tau) => (d < 0 ? tau : tau - 1) * d * d],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['exp-15', 'SUM', (d, tau) => sum(d.map((one) => right(one, tau)))],
          ['exp-16', 'ORDER', (d, tau) => right(mean(d), tau)],
          ['exp-17', 'ORDER', (d, tau) => mean(d.map((one) => weight(one, tau))) * mean(d.map((one) => one * one))],
          ['exp-18', 'WEIGHT', (d, tau) => sum(d.map((x) => right(x, tau))) / sum(d.map((x) => weight(x, tau)))],
        ]),
        { id: 'exp-23', family: 'WEIGHT', of: weighedByTarget },
      ],
    },
    {
      name: 'expectileGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        {
          id: 'exp-g1',
          family: 'GRADN',
          of: (x, t, tau) => {
            const d = errors(tensor(x), tensor(t));
            return map(tensor(x), (_, i) => slope(d[i] ?? NaN, number(tau)));
          },
        },
        ...mistakes<One>(slopeOf, [
          ['exp-g2', 'GRADSIGN', (d, tau) => -slope(d, tau)],
          ['exp-g3', 'TWO', (d, tau) => slope(d, tau) / 2],
          ['exp-g4', 'BRANCH', (d, tau) => 2 * weight(-d, tau) * d],
          ['exp-g5', 'WEIGHT', (d) => 2 * d],
          ['exp-g6', 'ABS', (d, tau) => Math.abs(slope(d, tau))],
          ['exp-g7', 'SQ', (d, tau) => 2 * right(d, tau)],
          ['exp-g8', 'BRANCH', (d, tau) => (d < 0 ? slope(d, tau) : 0)],
          ['exp-g9', 'BRANCH', (d, tau) => (d < 0 ? 0 : slope(d, tau))],
          ['exp-g10', 'SQ', (d, tau) => 2 * weight(d, tau) ** 2 * d],
          ['exp-g11', 'CHAIN', (d, tau) => 2 * weight(d, tau) * Math.sign(d)],
          ['exp-g12', 'DEFAULT', (d) => slope(d, 0.5)],
          ['exp-g13', 'TERM', (d, tau) => 2 * weight(d, tau)],
          ['exp-g14', 'CHAIN', right],
          ['exp-g15', 'WEIGHT', (d, tau) => 2 * tau * d],
          ['exp-g16', 'WEIGHT', (d, tau) => 2 * (1 - tau) * d],
          ['exp-g17', 'WEIGHT', (d, tau) => 2 * (d < 0 ? 2 - 3 * tau : 1 - tau) * d],
        ]),
      ],
    },
  ],
  publicCases: [
    [vector(2, 1, 5, 3), vector(2.5, 3, 2, 2.75), 0.8],
    [
      matrix([
        [1, -2, 0.5, 3],
        [4, 0, -1.5, 2],
      ]),
      matrix([
        [2.5, -2.75, 0.5, 0],
        [1.75, 0.5, 2, 4],
      ]),
      0.3,
    ],
    [vector(0.25, -1, 3.5, 2, 6), vector(-1.5, 1.25, 3, 4.5, 3.5), 0.9],
  ],
  secretCases: (random) =>
    shapes(random).map((shape, i) => [
      ...pair(random, shape),
      Math.round(([0.8, 0.25, 0.9][i] ?? 0.8) * 100 + 6 * random() - 3) / 100,
    ]),
  extremeCases: [],
};
