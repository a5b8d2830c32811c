import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, matrix, number, tensor, vector } from '../numbers';
import { samples } from './draw';

/** The slope at one number with a step. */
type Slope = (x: number, h: number) => number;

const ofEach =
  (f: Slope): Reference =>
  (x, h) =>
    map(tensor(x), (value) => f(value, number(h)));

/** The function of the exercise; its central difference is 3x² - 2 + h², so that the derivative itself is another answer. */
const curve = (x: number): number => x ** 3 - 2 * x;

/** (f(x + h) - f(x - h)) / 2h of f = x³ - 2x, element by element. */
export const centralDifference: Item = {
  id: 'centralDifference',
  title: { pt: 'A diferença central', es: 'La diferencia central' },
  points: { value: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'centralDifference',
      line: 'value',
      reference: ofEach((x, h) => (curve(x + h) - curve(x - h)) / (2 * h)),
      mistakes: mistakes<Slope>(ofEach, [
        ['cdf-1', 'HALF', (x, h) => (curve(x + h) - curve(x - h)) / h],
        ['cdf-2', 'STEP', (x, h) => (curve(x + h) - curve(x)) / h],
        ['cdf-3', 'STEP', (x, h) => (curve(x) - curve(x - h)) / h],
        ['cdf-4', 'SIGN', (x, h) => (curve(x - h) - curve(x + h)) / (2 * h)],
        ['cdf-5', 'SCALE', (x, h) => curve(x + h) - curve(x - h)],
        ['cdf-6', 'SCALE', (x, h) => (curve(x + h) - curve(x - h)) / 2],
        ['cdf-7', 'OTHER', (x, h) => (curve(x + h) - 2 * curve(x) + curve(x - h)) / (h * h)],
        ['cdf-8', 'OTHER', (x) => 3 * x * x - 2],
        ['cdf-9', 'STEP', (x, h) => (curve(x * (1 + h)) - curve(x * (1 - h))) / (2 * h)],
        ['cdf-10', 'ORDER', (x, h) => ((curve(x + h) - curve(x - h)) / 2) * h],
        ['cdf-11', 'SIGN', (x, h) => (curve(x + h) + curve(x - h)) / (2 * h)],
        ['cdf-12', 'DEFAULT', (x) => (curve(x + 0.1) - curve(x - 0.1)) / 0.2],
        ['cdf-13', 'HALF', (x, h) => (curve(x + h) - curve(x - h)) / (4 * h)],
        ['cdf-14', 'STEP', (x, h) => (curve(x + h / 2) - curve(x - h / 2)) / h],
        ['cdf-16', 'STEP', (x, h) => (curve(x + h) - curve(x)) / (2 * h)],
        ['cdf-17', 'ORDER', (_x, h) => curve(2 * h) / (2 * h)],
        ['cdf-18', 'STEP', () => 1],
        ['cdf-19', 'STEP', (x, h) => (curve(x + 2 * h) - curve(x - 2 * h)) / (2 * h)],
        ['cdf-15', 'ORDER', (x, h) => curve(x + h) - curve(x - h) / (2 * h)],
      ]),
    },
  ],
  // Steps so large that the difference is not the derivative; none is ½, where 2h is 1.
  publicCases: [
    [vector(1, -2, 0.5), 0.4],
    [
      matrix([
        [0.25, -1.5, 2],
        [-0.75, 1.25, 0],
      ]),
      0.3,
    ],
    [vector(-1, 1.75, 0.125, -0.5, 2.5), 0.7],
  ],
  secretCases: (random) =>
    samples(random).map((x, i) => [x, Math.round(([0.3, 0.6, 0.8][i] ?? 0.3) * 100 + 9 * random()) / 100]),
  extremeCases: [],
};
