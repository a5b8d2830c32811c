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

/** What reaches `gradFunc` as dy. */
const upstream = (n: number, whole: number): number => 2 * whole * (2 / n);

const right: Slope = (u, delta, n, whole) => upstream(n, whole) * clipped(u, delta) * 4;

/** The chain with another slope of the Huber itself. */
const through =
  (own: (u: number, delta: number) => number): Slope =>
  (u, delta, n, whole) =>
    upstream(n, whole) * own(u, delta) * 4;

const far = (u: number, delta: number): number => delta * Math.sign(u);
const isNear = (u: number, delta: number): boolean => Math.abs(u) <= delta;
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
      mistakes: [
        ...mistakes<Slope>(slopes, [
          ['cus-g1', 'CHAIN', (u, delta) => 4 * clipped(u, delta)],
          ['cus-g2', 'CHAIN', (...args) => right(...args) / 4],
          ['cus-g3', 'GRADN', (u, delta, n, whole) => right(u, delta, n, whole) / n],
          ['cus-g4', 'CHAIN', (u, delta, n, whole) => right(u, delta, n, whole) / (2 * whole)],
          ['cus-g5', 'CHAIN', through(huber)],
          ['cus-g7', 'BRANCH', through(oneSided)],
          ['cus-g8', 'STARTER', (u, delta, n) => (4 * oneSided(u, delta)) / n],
          ['cus-g9', 'CHAIN', (u, delta, n) => (4 * clipped(u, delta)) / n],
          ['cus-g10', 'CHAIN', (u, delta) => 4 * oneSided(u, delta)],
          ['cus-g11', 'GRADN', (u, delta, n, whole) => through(oneSided)(u, delta, n, whole) / n],
          ['cus-g12', 'SCALE', through((u, delta) => (isNear(u, delta) ? u : Math.sign(u)))],
          ['cus-g31', 'SCALE', through((u, delta) => (isNear(u, delta) ? u : delta * u))],
          ['cus-g13', 'BRANCH', through((u) => u)],
          ['cus-g14', 'DEFAULT', through((u) => clipped(u, 1))],
          ['cus-g15', 'BRANCH', through((u, delta) => Math.max(u, -delta))],
          ['cus-g16', 'BRANCH', through((u, delta) => (isNear(u, delta) ? u : delta))],
          ['cus-g17', 'BRANCH', through((u, delta) => (isNear(u, delta) ? u : 0))],
          ['cus-g18', 'BRANCH', through(far)],
          ['cus-g19', 'BRANCH', through((u, delta) => (isNear(u, delta) ? far(u, delta) : u))],
          ['cus-g20', 'ABS', through((u, delta) => (isNear(u, delta) ? Math.abs(u) : far(u, delta)))],
          ['cus-g21', 'SCALE', through((u, delta) => clipped(u, delta / 2))],
          ['cus-g22', 'SQ', through((u, delta) => clipped(u, delta * delta))],
          ['cus-g23', 'ORDER', (u, delta, n, whole) => 4 * clipped(upstream(n, whole) * u, delta)],
          ['cus-g24', 'ORDER', (u, delta, n, whole) => 4 * clipped(upstream(n, whole), delta) * u],
          ['cus-g25', 'CHAIN', (u, delta, n, whole) => upstream(n, whole) * right(u, delta, n, whole)],
          ['cus-g26', 'CHAIN', (u, delta, n, whole) => 4 * (upstream(n, whole) + clipped(u, delta))],
          ['cus-g27', 'CHAIN', (_u, _delta, n, whole) => 4 * upstream(n, whole)],
          ['cus-g30', 'CHAIN', (...args) => 4 * right(...args)],
          ['cus-g28', 'CHAIN', (u, delta, n, whole) => (4 * clipped(u, delta)) / upstream(n, whole)],
        ]),
        {
          id: 'cus-g29',
          family: 'ORDER',
          of: (...args) => {
            const slope = slopes(right)(...args);
            return map(slope, () => mean(slope.data));
          },
        },
      ],
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
