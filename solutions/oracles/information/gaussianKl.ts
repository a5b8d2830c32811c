import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, tensor, vector } from '../numbers';

/** A number from the mean and standard deviation of one Gaussian and of another. */
type OfGaussians = (m1: number, s1: number, m2: number, s2: number) => number;

const each =
  (f: OfGaussians): Reference =>
  (m1, s1, m2, s2) =>
    map(tensor(m1), (mean, i) => {
      const at = (argument: typeof s1): number => tensor(argument).data[i] ?? NaN;
      return f(mean, at(s1), at(m2), at(s2));
    });

const right: OfGaussians = (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s2 ** 2) - 0.5;

/** KL between two Gaussians, element by element. */
export const gaussianKl: Item = {
  id: 'gaussianKl',
  title: { pt: 'KL entre gaussianas', es: 'KL entre gaussianas' },
  points: { value: 4, shape: 1, leak: 1 },
  functions: [
    {
      name: 'gaussianKl',
      line: 'value',
      reference: each(right),
      mistakes: mistakes<OfGaussians>(each, [
        ['klg-1', 'SWAP', (m1, s1, m2, s2) => right(m2, s2, m1, s1)],
        ['klg-2', 'CONST', (m1, s1, m2, s2) => right(m1, s1, m2, s2) + 0.5],
        ['klg-3', 'SIGN', (m1, s1, m2, s2) => right(m1, s1, m2, s2) - 2 * Math.log(s2 / s1)],
        ['klg-4', 'HALF', (m1, s1, m2, s2) => right(m1, s1, m2, s2) + Math.log(s2 / s1)],
        ['klg-5', 'VARSTD', (m1, s1, m2, s2) => right(m1, Math.sqrt(s1), m2, Math.sqrt(s2))],
        ['klg-6', 'SQ', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 - (m1 - m2)) / (2 * s2 ** 2) - 0.5],
        ['klg-7', 'HALF', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / s2 ** 2 - 0.5],
        ['klg-8', 'WHICH', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s1 ** 2) - 0.5],
        ['klg-9', 'LOGBASE', (m1, s1, m2, s2) => right(m1, s1, m2, s2) / Math.LN2],
        ['klg-10', 'TERM', (m1, s1, m2, s2) => right(m1, s1, m2, s2) - s1 ** 2 / (2 * s2 ** 2)],
        ['klg-11', 'VARSTD', (m1, s1, m2, s2) => right(m1, s1, m2, s2) + (s1 - s1 ** 2) / (2 * s2 ** 2)],
        ['klg-12', 'VARSTD', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s2) - 0.5],
        ['klg-13', 'SQ', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2)) / (2 * s2 ** 2) - 0.5],
        ['klg-14', 'TERM', (m1, s1, _m2, s2) => right(m1, s1, m1, s2)],
        ['klg-16', 'VARSTD', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 + (m1 - m2) ** 2) / (2 * s2) - 0.5],
        ['klg-17', 'ORDER', (m1, s1, m2, s2) => Math.log(s2 / s1) + ((s1 ** 2 + (m1 - m2) ** 2) / 2) * s2 ** 2 - 0.5],
        ['klg-18', 'HALF', (m1, s1, m2, s2) => right(m1, s1, m2, s2) - Math.log(s2 / s1) / 2],
        ['klg-19', 'LOGBASE', (m1, s1, m2, s2) => right(m1, s1, m2, s2) - Math.log(s2 / s1) + Math.log2(s2 / s1)],
        ['klg-20', 'SQ', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s2) ** 2 - 0.5],
        ['klg-21', 'SQ', (m1, s1, m2, s2) => Math.log(s2 / s1) + (s1 + (m1 - m2)) ** 2 / (2 * s2 ** 2) - 0.5],
        ['klg-22', 'HALF', (m1, s1, m2, s2) => right(m1, s1, m2, s2) + s1 ** 2 / (2 * s2 ** 2)],
        ['klg-23', 'HALF', (m1, s1, m2, s2) => right(m1, s1, m2, s2) + (m1 - m2) ** 2 / (2 * s2 ** 2)],
        ['klg-15', 'NOLOG', (m1, s1, m2, s2) => right(m1, s1, m2, s2) - Math.log(s2 / s1) + s2 / s1],
      ]),
    },
  ],
  publicCases: [
    [vector(1), vector(0.5), vector(0), vector(1.5)],
    [vector(0.5, -1, 3), vector(2, 0.75, 1.25), vector(-0.5, 1, 3), vector(0.5, 1.5, 2.5)],
  ],
  secretCases: (random) =>
    [4, 5, 7].map((count) => {
      const drawn = (low: number, high: number) =>
        vector(...Array.from({ length: count }, () => low + (high - low) * random()));
      return [drawn(-2, 2), drawn(0.4, 0.9), drawn(-2, 2), drawn(1.2, 2.5)];
    }),
  extremeCases: [],
};
