import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { map, matrix, mean, number, tensor, vector } from '../numbers';
import { mistakes } from '../regression/errors';

/** What one element's slope is made of: u = 4x, δ, the number of elements, and the mean that is squared. */
type Slope = (u: number, delta: number, n: number, whole: number) => number;

const huber = (u: number, delta: number): number =>
  Math.abs(u) <= delta ? (u * u) / 2 : delta * (Math.abs(u) - delta / 2);
const clipped = (u: number, delta: number): number => Math.max(-delta, Math.min(delta, u));

const wholeOf = (x: readonly number[], delta: number): number => mean(x.map((xi) => 2 * huber(4 * xi, delta)));

const slopes =
  (f: Slope): Reference =>
  (x, delta) => {
    const { data } = tensor(x);
    const whole = wholeOf(data, number(delta));
    return map(tensor(x), (xi) => f(4 * xi, number(delta), data.length, whole));
  };

/** The squared mean of 2·huber(4x), for tests. */
export const chained = (x: readonly number[], delta: number): number => wholeOf(x, delta) ** 2;

const right: Slope = (u, delta, n, whole) => 2 * whole * (2 / n) * clipped(u, delta) * 4;
const oneSided = (u: number, delta: number): number => Math.min(u, delta);

/** The gradient of (mean 2·huber(4x))², huber being a customGrad with three bugs: dy ignored, over N, not clipped at −δ. */
export const chain: Item = {
  id: 'chain',
  title: { pt: 'Um customGrad com erros', es: 'Un customGrad con errores' },
  points: { value: 6, shape: 1, leak: 1 },
  functions: [
    {
      name: 'chainGrad',
      line: 'value',
      reference: slopes(right),
      mistakes: mistakes<Slope>(slopes, [
        ['cus-g1', 'CHAIN', (u, delta) => 4 * clipped(u, delta)],
        ['cus-g2', 'CHAIN', (...args) => right(...args) / 4],
        ['cus-g3', 'GRADN', (u, delta, n, whole) => right(u, delta, n, whole) / n],
        ['cus-g4', 'CHAIN', (u, delta, n, whole) => right(u, delta, n, whole) / (2 * whole)],
        ['cus-g5', 'CHAIN', (u, delta, n, whole) => 2 * whole * (2 / n) * huber(u, delta) * 4],
        ['cus-g7', 'BRANCH', (u, delta, n, whole) => 2 * whole * (2 / n) * oneSided(u, delta) * 4],
        ['cus-g8', 'STARTER', (u, delta, n) => (4 * oneSided(u, delta)) / n],
        ['cus-g9', 'CHAIN', (u, delta, n) => (4 * clipped(u, delta)) / n],
        ['cus-g10', 'CHAIN', (u, delta) => 4 * oneSided(u, delta)],
        ['cus-g11', 'GRADN', (u, delta, n, whole) => (2 * whole * (2 / n) * oneSided(u, delta) * 4) / n],
        [
          'cus-g12',
          'SCALE',
          (u, delta, n, whole) => 2 * whole * (2 / n) * (Math.abs(u) <= delta ? u : Math.sign(u)) * 4,
        ],
        ['cus-g13', 'BRANCH', (u, _delta, n, whole) => 2 * whole * (2 / n) * u * 4],
        ['cus-g14', 'DEFAULT', (u, _delta, n, whole) => 2 * whole * (2 / n) * clipped(u, 1) * 4],
      ]),
    },
  ],
  publicCases: [
    [vector(0.2, -0.4, 1.5, -0.05, 0.3), 0.75],
    [
      matrix([
        [0.25, -1, 0.1],
        [-0.6, 0.75, 0.05],
        [1.25, -0.15, 0.4],
      ]),
      1.5,
    ],
    [vector(-0.7), 2],
  ],
  secretCases: (random) =>
    shapes(random).map((shape, i) => {
      const delta = Math.round(([0.5, 1.4, 2][i] ?? 0.5) * 100 + 30 * random()) / 100;
      const size = shape.reduce((product, n) => product * n, 1);
      // u/δ = 4x/δ: within, beyond, of both signs.
      const regions = [0.5, -0.6, 1.8, -2.2, 0.2];
      const data = Array.from({ length: size }, (_x, j) =>
        Math.fround((((regions[j] ?? 6 * random() - 3) + 0.2 * random()) * delta) / 4),
      );
      return [{ shape, data }, delta];
    }),
  extremeCases: [],
};
