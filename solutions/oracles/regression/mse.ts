import { pair, shapes } from '../draw';
import type { Item } from '../format';
import { mean, sum } from '../numbers';
import {
  abs,
  columns,
  mistakes,
  ofErrors,
  perError,
  publicPairs,
  rows,
  squares,
  type Scalar,
  type Slope,
} from './errors';

/** mean d², and 2d/N. */
export const mse: Item = {
  id: 'mse',
  title: { pt: 'MSE e seu gradiente', es: 'MSE y su gradiente' },
  points: { value: 2, gradient: 2, shape: 1, leak: 1 },
  functions: [
    {
      name: 'mse',
      line: 'value',
      reference: ofErrors((d) => mean(squares(d))),
      mistakes: mistakes<Scalar>(ofErrors, [
        ['mse-1', 'SUM', (d) => sum(squares(d))],
        ['mse-2', 'HALF', (d) => mean(squares(d)) / 2],
        ['mse-3', 'HALF', (d) => sum(squares(d)) / 2],
        ['mse-4', 'SQRT', (d) => Math.sqrt(mean(squares(d)))],
        ['mse-5', 'SQRT', (d) => Math.sqrt(sum(squares(d)))],
        ['mse-6', 'SQ', (d) => mean(d)],
        ['mse-7', 'OTHER', (d) => mean(abs(d))],
        ['mse-8', 'ORDER', (d) => mean(d) ** 2],
        ['mse-9', 'ORDER', (d) => mean(squares(d.map((e) => e - mean(d))))],
        ['mse-10', 'DIV', (d) => sum(squares(d)) / (d.length - 1)],
        ['mse-11', 'AXIS', (d, _x, _t, shape) => sum(squares(d)) / rows(shape)],
        ['mse-12', 'AXIS', (d, _x, _t, shape) => sum(squares(d)) / columns(shape)],
        ['mse-13', 'SIGN', (_d, x, t) => mean(x.map((xi, i) => (xi + (t[i] ?? NaN)) ** 2))],
        ['mse-14', 'OTHER', (d, _x, t) => mean(d.map((e, i) => (e / (t[i] ?? NaN)) ** 2))],
        ['mse-15', 'BROADCAST', (_d, x, t) => mean(x.flatMap((xi) => t.map((ti) => (xi - ti) ** 2)))],
        ['mse-16', 'ORDER', (_d, x, t) => mean(x.map((xi, i) => xi ** 2 - (t[i] ?? NaN) ** 2))],
      ]),
    },
    {
      name: 'mseGrad',
      line: 'gradient',
      reference: perError((d, n) => (2 * d) / n),
      mistakes: mistakes<Slope>(perError, [
        ['mse-g1', 'GRADN', (d) => 2 * d],
        ['mse-g2', 'TWO', (d, n) => d / n],
        ['mse-g3', 'GRADSIGN', (d, n) => (-2 * d) / n],
        ['mse-g4', 'ABS', (d, n) => (2 * Math.abs(d)) / n],
        ['mse-g5', 'AXIS', (d, _n, _all, _x, r) => (2 * d) / r],
        ['mse-g6', 'SQRT', (d, n, all) => d / (n * Math.sqrt(mean(squares(all))))],
        ['mse-g7', 'TERM', (_d, n, _all, x) => (2 * x) / n],
        ['mse-g8', 'ORDER', (_d, _n, all) => 2 * mean(all)],
      ]),
    },
  ],
  publicCases: publicPairs,
  secretCases: (random) => shapes(random).map((shape) => pair(random, shape)),
  extremeCases: [],
};
