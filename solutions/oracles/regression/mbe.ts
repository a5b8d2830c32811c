import { pair, shapes } from '../draw';
import type { Item, Values } from '../format';
import { errors, map, mean, median, sum } from '../numbers';
import { abs, mistakes, ofErrors, perError, publicPairs, squares, type Scalar, type Slope } from './errors';

/** The same pair with its errors mirrored if need be, so that their mean has this sign: -mean d and |mean d| agree while it is negative. */
function biased([input, target]: [Values, Values], sign: 1 | -1): [Values, Values] {
  const d = errors(input, target);
  if (Math.sign(mean(d)) === sign) return [input, target];
  return [map(target, (t, i) => Math.fround(t - (d[i] ?? 0))), target];
}

/** mean d, and 1/N whatever the error. */
export const mbe: Item = {
  id: 'mbe',
  title: { pt: 'MBE e seu gradiente', es: 'MBE y su gradiente' },
  points: { value: 1, gradient: 1, shape: 1, leak: 1 },
  functions: [
    {
      name: 'mbe',
      line: 'value',
      reference: ofErrors((d) => mean(d)),
      mistakes: mistakes<Scalar>(ofErrors, [
        ['mbe-1', 'SIGN', (d) => -mean(d)],
        ['mbe-2', 'ABS', (d) => mean(abs(d))],
        ['mbe-3', 'ABS', (d) => Math.abs(mean(d))],
        ['mbe-4', 'SUM', (d) => sum(d)],
        ['mbe-5', 'HALF', (d) => mean(d) / 2],
        ['mbe-6', 'OTHER', (d) => mean(squares(d))],
        ['mbe-7', 'OTHER', (d, _x, t) => mean(d.map((e, i) => e / (t[i] ?? NaN)))],
        ['mbe-8', 'ORDER', (d) => median(d)],
        ['mbe-9', 'DIV', (d) => sum(d) / (d.length - 1)],
      ]),
    },
    {
      name: 'mbeGrad',
      line: 'gradient',
      reference: perError((_d, n) => 1 / n),
      mistakes: mistakes<Slope>(perError, [
        ['mbe-g1', 'GRADN', () => 1],
        ['mbe-g2', 'GRADSIGN', (_d, n) => -1 / n],
        ['mbe-g3', 'OTHER', (d, n) => Math.sign(d) / n],
        ['mbe-g4', 'CHAIN', (d, n) => d / n],
        ['mbe-g5', 'OTHER', (d, n) => (2 * d) / n],
        ['mbe-g6', 'AXIS', (_d, _n, _all, _x, r) => 1 / r],
        ['mbe-g7', 'CHAIN', (_d, _n, all) => mean(all)],
        ['mbe-g8', 'CHAIN', (_d, n, all) => mean(all) / n],
      ]),
    },
  ],
  publicCases: publicPairs,
  secretCases: (random) => shapes(random).map((shape, i) => biased(pair(random, shape), i % 2 === 0 ? 1 : -1)),
  extremeCases: [],
};
