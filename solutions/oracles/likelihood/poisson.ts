import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { map, mean, scalar, sum, tensor, vector } from '../numbers';

/** The cost of one count, from the logarithm of its rate. */
type Cost = (z: number, k: number) => number;

const each = (f: Cost, z: Argument | undefined, k: Argument | undefined): number[] =>
  tensor(z).data.map((x, i) => f(x, tensor(k).data[i] ?? NaN));

const meanOf =
  (f: Cost): Reference =>
  (z, k) =>
    scalar(mean(each(f, z, k)));

/** The slope of one cost before the division by N. */
type Slope = (z: number, k: number, n: number) => number;

const gradient =
  (f: Slope): Reference =>
  (z, k) => {
    const [rates, counts] = [tensor(z), tensor(k).data];
    const n = counts.length;
    return map(rates, (x, i) => f(x, counts[i] ?? NaN, n) / n);
  };

const right: Cost = (z, k) => Math.exp(z) - k * z;

const logFactorial = (k: number): number => sum(Array.from({ length: Math.round(k) }, (_x, i) => Math.log(i + 1)));

/** e^z - k z, the Poisson NLL of counts from the logarithm of the rate; and its gradient by it. */
export const poisson: Item = {
  id: 'poisson',
  title: { pt: 'Contagens: a NLL de Poisson', es: 'Conteos: la NLL de Poisson' },
  points: { value: 3, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'poissonNll',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Cost>(meanOf, [
          ['poi-1', 'RATE', (z, k) => Math.exp(Math.exp(z)) - k * Math.exp(z)],
          ['poi-2', 'RATE', (z, k) => z - k * Math.log(z)],
          ['poi-3', 'SIGN', (z, k) => Math.exp(z) + k * z],
          ['poi-4', 'TERM', (z) => Math.exp(z) - z],
          ['poi-5', 'TERM', (z, k) => -k * z],
          ['poi-6', 'CONST', (z, k) => right(z, k) + logFactorial(k)],
          ['poi-8', 'OTHER', (z, k) => (Math.exp(z) - k) ** 2],
          ['poi-10', 'SWAP', (z, k) => Math.exp(k) - z * k],
          ['poi-11', 'RATE', (z, k) => Math.exp(z) - k * Math.exp(z)],
          ['poi-12', 'RATE', (z, k) => z - k * z],
          ['poi-13', 'SIGN', (z, k) => k * z - Math.exp(z)],
          ['poi-14', 'CONST', (z, k) => right(z, k) + (k > 1 ? k * Math.log(k) - k : 0)],
          ['poi-15', 'OTHER', (z, k) => (z - k) ** 2],
          ['poi-16', 'TERM', (z, k) => Math.exp(z) - k],
          ['poi-17', 'OTHER', (z, k) => Math.abs(Math.exp(z) - k)],
          ['poi-18', 'ORDER', (z, k) => Math.exp(z - k * z)],
          ['poi-19', 'SIGN', (z, k) => Math.exp(-z) - k * z],
          ['poi-20', 'CONST', (z, k) => right(z, k) + (k > 0 ? k * Math.log(k) - k : 0)],
        ]),
        { id: 'poi-9', family: 'SUM', of: (z, k) => scalar(sum(each(right, z, k))) },
      ],
    },
    {
      name: 'poissonGrad',
      line: 'gradient',
      reference: gradient((z, k) => Math.exp(z) - k),
      mistakes: mistakes<Slope>(gradient, [
        ['poi-g1', 'GRADN', (z, k, n) => n * (Math.exp(z) - k)],
        ['poi-g2', 'GRADSIGN', (z, k) => k - Math.exp(z)],
        ['poi-g3', 'WRT', (z, k) => 1 - k / Math.exp(z)],
        ['poi-g4', 'TERM', (z) => Math.exp(z)],
        ['poi-g5', 'RATE', (z, k) => z - k],
        ['poi-g6', 'OTHER', (z, k) => 2 * (Math.exp(z) - k)],
        ['poi-g7', 'CHAIN', (z, k) => Math.exp(z) * (Math.exp(z) - k)],
        ['poi-g8', 'TERM', (_z, k) => -k],
        ['poi-g9', 'CHAIN', (z, k) => Math.exp(z) - k * z],
        ['poi-g10', 'TERM', (z) => Math.exp(z) - 1],
        ['poi-g11', 'CHAIN', (z, k) => z * Math.exp(z - 1) - k],
      ]),
    },
  ],
  publicCases: [
    [vector(0), vector(3)],
    [vector(-0.5, 1, 0.25, 1.5), vector(1, 3, 0, 2)],
    [vector(1.25, -1, 0.75), vector(5, 0, 4)],
  ],
  secretCases: (random) =>
    [4, 5, 7].map((count) => {
      const rates = Array.from({ length: count }, (_, i) =>
        i % 3 === 0 ? -between(random, 0.3, 1) : between(random, 0.3, 1.8),
      );
      const counts = Array.from({ length: count }, (_, i) => (i === 1 ? 0 : 1 + Math.floor(between(random, 0, 6))));
      return [vector(...rates), vector(...counts)];
    }),
  extremeCases: [],
};
