import { pair, shapes } from '../draw';
import type { Item } from '../format';
import { errors, map, mean, number, scalar, sum, tensor } from '../numbers';
import { meanOf, mistakes, publicPairs, slopeOf, squares, type Piece } from '../regression/errors';

const root: Piece = (d, epsilon) => Math.sqrt(d * d + epsilon * epsilon);
const right: Piece = (d, epsilon) => root(d, epsilon) - epsilon;
const slope: Piece = (d, epsilon) => d / root(d, epsilon);

/** mean of √(d² + ε²) − ε; its gradient is d/√(d² + ε²), over N. */
export const charbonnier: Item = {
  id: 'charbonnier',
  title: { pt: 'A perda de Charbonnier e o seu gradiente', es: 'La pérdida de Charbonnier y su gradiente' },
  points: { value: 3, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'charbonnier',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Piece>(meanOf, [
          ['cha-1', 'TERM', root],
          ['cha-2', 'SQ', (d, e) => Math.sqrt(d * d + e) - e],
          ['cha-3', 'SQRT', (d, e) => d * d + e * e],
          ['cha-5', 'OTHER', (d, e) => e * right(d, e)],
          ['cha-7', 'TERM', (d) => Math.abs(d)],
          ['cha-8', 'SCALE', (d, e) => right(d, e) / e],
          ['cha-9', 'OTHER', (d, e) => root(d, e) - e * e],
          ['cha-10', 'DEFAULT', (d) => right(d, 1)],
          // In TypeScript ^ is no power.
          ['cha-11', 'SQ', (d, e) => Math.sqrt(d * d + (e ^ 2)) - e],
          ['cha-12', 'SQRT', (d, e) => d * d + e * e - e],
          ['cha-13', 'SIGN', (d, e) => root(d, e) + e],
          ['cha-14', 'ORDER', (d, e) => Math.abs(d + e) - e],
          ['cha-15', 'SQ', (d, e) => Math.sqrt(d * d + 2 * e) - e],
          ['cha-16', 'SQ', (d, e) => Math.sqrt(d + e * e) - e],
          ['cha-17', 'SQ', (d, e) => Math.sqrt(Math.abs(d) + e * e) - e],
          ['cha-18', 'TERM', (d, e) => Math.abs(d) - e],
        ]),
        {
          id: 'cha-4',
          family: 'ORDER',
          of: (x, t, epsilon) => {
            const d = errors(tensor(x), tensor(t));
            return scalar(right(Math.sqrt(mean(squares(d))), number(epsilon)));
          },
        },
        {
          id: 'cha-19',
          family: 'ORDER',
          of: (x, t, epsilon) => scalar(right(mean(errors(tensor(x), tensor(t))), number(epsilon))),
        },
        {
          id: 'cha-20',
          family: 'ORDER',
          of: (x, t, epsilon) => {
            const roots = errors(tensor(x), tensor(t)).map((d) => root(d, number(epsilon)));
            return scalar(Math.sqrt(sum(squares(roots))) - number(epsilon));
          },
        },
        {
          id: 'cha-21',
          family: 'ORDER',
          of: (x, t, epsilon) => {
            const roots = errors(tensor(x), tensor(t)).map((d) => root(d, number(epsilon)));
            return scalar((sum(roots) - number(epsilon)) / roots.length);
          },
        },
        {
          id: 'cha-6',
          family: 'SUM',
          of: (x, t, epsilon) => scalar(sum(errors(tensor(x), tensor(t)).map((d) => right(d, number(epsilon))))),
        },
      ],
    },
    {
      name: 'charbonnierGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        {
          id: 'cha-g1',
          family: 'GRADN',
          of: (x, t, epsilon) => {
            const d = errors(tensor(x), tensor(t));
            return map(tensor(x), (_x, i) => slope(d[i] ?? NaN, number(epsilon)));
          },
        },
        ...mistakes<Piece>(slopeOf, [
          ['cha-g2', 'CHAIN', (d, e) => 0.5 / root(d, e)],
          ['cha-g3', 'TWO', (d, e) => 2 * slope(d, e)],
          ['cha-g4', 'GRADSIGN', (d, e) => -slope(d, e)],
          ['cha-g5', 'SQRT', (d, e) => d / root(d, e) ** 2],
          ['cha-g6', 'TERM', (d) => Math.sign(d)],
          ['cha-g7', 'CHAIN', (d, e) => 1 / root(d, e)],
          ['cha-g8', 'DEFAULT', (d) => slope(d, 1)],
          ['cha-g9', 'SQ', (d, e) => d / Math.sqrt(d * d + e)],
          ['cha-g10', 'SQRT', (d) => d],
          ['cha-g11', 'SQRT', (d, e) => d * root(d, e)],
          ['cha-g12', 'CHAIN', (d, e) => slope(d, e) - e],
          ['cha-g13', 'CHAIN', (d, e) => d / right(d, e)],
          ['cha-g14', 'CHAIN', (d, e) => (d * d) / root(d, e)],
          ['cha-g15', 'CHAIN', (d, e) => 0.5 / root(d, e) + 2 * d],
        ]),
      ],
    },
  ],
  publicCases: publicPairs.map((args, i) => [...args, [0.5, 1.5, 3][i] ?? 1.5]),
  secretCases: (random) =>
    shapes(random).map((shape, i) => {
      const epsilon = Math.round(([0.4, 1.6, 2.5][i] ?? 0.4) * 100 + 30 * random()) / 100;
      return [...pair(random, shape, { threshold: epsilon }), epsilon];
    }),
  extremeCases: [],
};
