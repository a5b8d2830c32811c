import { pair, shapes } from '../draw';
import type { Item } from '../format';
import { mean, median, sum, vector } from '../numbers';
import { abs, mistakes, ofErrors, perError, publicPairs, rows, squares, type Scalar, type Slope } from './errors';

/** mean |d|, and sign(d)/N with 0 where d = 0. */
export const l1: Item = {
  id: 'l1',
  title: { pt: 'L1 e seu gradiente', es: 'L1 y su gradiente' },
  points: { value: 2, gradient: 2, shape: 1, stability: 1 },
  functions: [
    {
      name: 'l1',
      line: 'value',
      reference: ofErrors((d) => mean(abs(d))),
      mistakes: mistakes<Scalar>(ofErrors, [
        ['l1-1', 'SUM', (d) => sum(abs(d))],
        ['l1-2', 'ABS', (d) => mean(d)],
        ['l1-3', 'ORDER', (d) => Math.abs(mean(d))],
        ['l1-4', 'OTHER', (d) => mean(squares(d))],
        ['l1-5', 'SQRT', (d) => Math.sqrt(sum(squares(d)))],
        ['l1-6', 'OTHER', (d) => median(abs(d))],
        ['l1-7', 'OTHER', (d) => Math.max(...abs(d))],
        ['l1-8', 'HALF', (d) => mean(abs(d)) / 2],
        ['l1-9', 'OTHER', (d, _x, t) => mean(d.map((e, i) => Math.abs(e / (t[i] ?? NaN))))],
        ['l1-10', 'AXIS', (d, _x, _t, shape) => sum(abs(d)) / rows(shape)],
        ['l1-11', 'ABS', (_d, x, t) => mean(abs(x)) - mean(abs(t))],
        ['l1-12', 'SQRT', (d) => Math.sqrt(mean(squares(d)))],
        ['l1-13', 'ABS', (d) => mean(d.map((e) => Math.max(0, e)))],
      ]),
    },
    {
      name: 'l1Grad',
      line: 'gradient',
      reference: perError((d, n) => Math.sign(d) / n),
      mistakes: mistakes<Slope>(perError, [
        ['l1-g1', 'GRADN', (d) => Math.sign(d)],
        ['l1-g2', 'GRADSIGN', (d, n) => -Math.sign(d) / n],
        ['l1-g3', 'KINK', (d, n) => d / Math.abs(d) / n],
        ['l1-g4', 'KINK', (d, n) => (d >= 0 ? 1 : -1) / n],
        ['l1-g5', 'KINK', (d, n) => (d > 0 ? 1 : -1) / n],
        ['l1-g6', 'CHAIN', (d, n) => Math.abs(d) / n],
        ['l1-g7', 'ABS', (_d, n) => 1 / n],
        ['l1-g8', 'OTHER', (d, n) => (2 * d) / n],
        ['l1-g9', 'TERM', (_d, n, _all, x) => Math.sign(x) / n],
        ['l1-g10', 'CHAIN', (d, n) => d / n],
      ]),
    },
  ],
  publicCases: publicPairs,
  secretCases: (random) => shapes(random).map((shape) => pair(random, shape)),
  // d² overflows in float32 in the first case: an absolute value by √(d²) is not finite there.
  extremeCases: [
    [vector(1e30, -1e30, 0.5), vector(-1e30, 2e30, 0.5)],
    [vector(10000.5, 9999.75, 10000), vector(10000, 10000, 10000)],
  ],
};
