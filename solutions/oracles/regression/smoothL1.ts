import { pair, shapes } from '../draw';
import type { Item } from '../format';
import { errors, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { abs, meanOf, mistakes, publicPairs, slopeOf, type Piece } from './errors';

const near: (d: number, beta: number) => boolean = (d, beta) => Math.abs(d) < beta;
const inner: Piece = (d, beta) => (0.5 * d * d) / beta;
const outer: Piece = (d, beta) => Math.abs(d) - beta / 2;
const right: Piece = (d, beta) => (near(d, beta) ? inner : outer)(d, beta);
const slope: Piece = (d, beta) => (near(d, beta) ? d / beta : Math.sign(d));

/** mean of ½d²/β if |d| < β, else |d| - β/2; its gradient is d/β or sign(d), over N. */
export const smoothL1: Item = {
  id: 'smoothL1',
  title: { pt: 'L1 suave e seu gradiente', es: 'L1 suave y su gradiente' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'smoothL1',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        {
          id: 'sl1-1',
          family: 'SUM',
          of: (x, t, beta) => scalar(sum(errors(tensor(x), tensor(t)).map((d) => right(d, number(beta))))),
        },
        ...mistakes<Piece>(meanOf, [
          ['sl1-2', 'HALF', (d, b) => (near(d, b) ? (d * d) / b : outer(d, b))],
          ['sl1-3', 'SCALE', (d, b) => (near(d, b) ? 0.5 * d * d : outer(d, b))],
          ['sl1-4', 'SHIFT', (d, b) => (near(d, b) ? inner(d, b) : Math.abs(d))],
          ['sl1-5', 'BRANCH', (d, b) => (near(d, b) ? outer(d, b) : inner(d, b))],
          ['sl1-6', 'OTHER', (d, b) => b * right(d, b)],
          ['sl1-7', 'ABS', (d, b) => (d < b ? inner(d, b) : outer(d, b))],
          ['sl1-8', 'DEFAULT', (d) => right(d, 1)],
          ['sl1-9', 'SHIFT', (d, b) => (near(d, b) ? inner(d, b) : Math.abs(d) + b / 2)],
          ['sl1-10', 'DEFAULT', (d, b) => (near(d, b) ? inner(d, b) : Math.abs(d) - 0.5)],
          ['sl1-11', 'OTHER', inner],
          ['sl1-12', 'ABS', (d, b) => (near(d, b) ? inner(d, b) : d - b / 2)],
          ['sl1-14', 'OTHER', (d) => Math.abs(d)],
          ['sl1-15', 'SHIFT', (d, b) => (near(d, b) ? inner(d, b) : Math.abs(d) - b)],
          ['sl1-16', 'SCALE', (d, b) => (near(d, b) ? inner(d, b) / b : outer(d, b))],
          ['sl1-17', 'DEFAULT', (d, b) => (near(d, 1) ? inner : outer)(d, b)],
          ['sl1-18', 'SCALE', (d, b) => (near(d, b) ? 0.5 * d * d * b : outer(d, b))],
          ['sl1-19', 'OTHER', (d, b) => b * (Math.hypot(1, d / b) - 1)],
        ]),
        {
          id: 'sl1-13',
          family: 'ORDER',
          of: (x, t, beta) => scalar(right(mean(abs(errors(tensor(x), tensor(t)))), number(beta))),
        },
      ],
    },
    {
      name: 'smoothL1Grad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        {
          id: 'sl1-g1',
          family: 'GRADN',
          of: (x, t, beta) => ({
            shape: tensor(x).shape,
            data: errors(tensor(x), tensor(t)).map((d) => slope(d, number(beta))),
          }),
        },
        ...mistakes<Piece>(slopeOf, [
          ['sl1-g2', 'SCALE', (d, b) => (near(d, b) ? d : Math.sign(d))],
          ['sl1-g3', 'OTHER', (d, b) => Math.max(-b, Math.min(b, d))],
          ['sl1-g4', 'TWO', (d, b) => (near(d, b) ? (2 * d) / b : Math.sign(d))],
          ['sl1-g5', 'ABS', (d, b) => (near(d, b) ? d / b : 1)],
          ['sl1-g6', 'OTHER', (d) => Math.sign(d)],
          ['sl1-g7', 'OTHER', (d, b) => d / b],
          ['sl1-g8', 'GRADSIGN', (d, b) => -slope(d, b)],
          ['sl1-g9', 'DEFAULT', (d) => slope(d, 1)],
          ['sl1-g10', 'BRANCH', (d, b) => (near(d, b) ? Math.sign(d) : d / b)],
          ['sl1-g11', 'DEFAULT', (d, b) => (near(d, 1) ? d / b : Math.sign(d))],
        ]),
      ],
    },
  ],
  // The first pair has errors between beta and 1, and the second between 1 and beta, so that a beta left at 1 shows.
  publicCases: [
    [vector(2.5, 0, 2, 7.5, 3.9), vector(3, -0.5, 2, 4, 3), 0.8],
    ...publicPairs.slice(1).map((args, i) => [...args, [1.5, 3][i] ?? 1.5]),
  ],
  secretCases: (random) => {
    const betas = [0.6, 1.7, 2.4].map((beta) => Math.round((beta + 0.3 * random()) * 100) / 100);
    return shapes(random).map((shape, i) => {
      const beta = betas[i] ?? 0.6;
      return [...pair(random, shape, { threshold: beta }), beta];
    });
  },
  // Overflowing squares; errors exactly at the joint; small errors of large numbers.
  extremeCases: [
    [vector(1e30, -1e30, 0.5), vector(-1e30, 2e30, 0.5), 0.5],
    [vector(1, -1, 0.25), vector(0.25, -0.25, 0.25), 0.75],
    [vector(10000.5, 9999.75, 10000), vector(10000, 10000, 10000), 2],
  ],
};
