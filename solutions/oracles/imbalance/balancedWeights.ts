import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { number, sum, tensor, vector } from '../numbers';

/** The weight of a class before they are made to add up, from its count, beta and all counts. */
type Raw = (n: number, beta: number, counts: readonly number[]) => number;

/** Weights that add up to `total`, which is C by default. */
const weights =
  (total: (counts: readonly number[]) => number) =>
  (f: Raw): Reference =>
  (counts, beta) => {
    const { shape, data } = tensor(counts);
    const raw = data.map((n) => f(n, number(beta), data));
    return { shape, data: raw.map((w) => (total(data) * w) / sum(raw)) };
  };

const addingUpToC = weights((counts) => counts.length);

const asTheyAre =
  (f: Raw): Reference =>
  (counts, beta) => {
    const { shape, data } = tensor(counts);
    return { shape, data: data.map((n) => f(n, number(beta), data)) };
  };

const inverse: Raw = (n, beta) => (1 - beta) / (1 - beta ** n);

/** Cui's weights: 1 over the effective number (1 - βⁿ)/(1 - β), made to add up to C. */
export const balancedWeights: Item = {
  id: 'balancedWeights',
  title: { pt: 'Pesos balanceados por classe', es: 'Pesos balanceados por clase' },
  points: { value: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'balancedWeights',
      line: 'value',
      reference: addingUpToC(inverse),
      mistakes: [
        ...mistakes<Raw>(addingUpToC, [
          ['cbw-1', 'RARE', (n, beta) => 1 / inverse(n, beta, [])],
          ['cbw-4', 'OTHER', (n) => 1 / n],
          ['cbw-6', 'EXPONENT', (n, beta) => 1 / (1 - beta * n)],
          ['cbw-7', 'EXPONENT', (n, beta) => 1 / (1 - n ** beta)],
          ['cbw-8', 'OTHER', (n) => 1 / Math.sqrt(n)],
          ['cbw-10', 'OTHER', (n, _beta, counts) => -Math.log(n / sum(counts))],
          ['cbw-11', 'RARE', (n) => n],
          ['cbw-12', 'DEFAULT', () => 1],
          ['cbw-15', 'TERM', (n, beta) => beta ** -n],
          ['cbw-16', 'DEFAULT', (n) => inverse(n, 0.999, [])],
          ['cbw-17', 'TOTAL', (n, beta) => Math.exp(inverse(n, beta, []))],
          ['cbw-18', 'EXPONENT', (n, beta) => inverse(n - 1, beta, [])],
        ]),
        ...mistakes<Raw>(asTheyAre, [
          ['cbw-2', 'TOTAL', inverse],
          ['cbw-5', 'OTHER', (n, _beta, counts) => sum(counts) / (counts.length * n)],
          ['cbw-9', 'TOTAL', (n, beta, counts) => inverse(n, beta, []) / inverse(Math.min(...counts), beta, [])],
          ['cbw-13', 'RARE', (n, beta) => 1 / inverse(n, beta, [])],
        ]),
        { id: 'cbw-3', family: 'TOTAL', of: weights(() => 1)(inverse) },
        { id: 'cbw-14', family: 'TOTAL', of: weights((counts) => counts.length ** 2)(inverse) },
      ],
    },
  ],
  publicCases: [
    [vector(500, 50, 5), 0.99],
    [vector(40, 7, 160, 12), 0.9],
    [vector(30, 900, 8, 150, 60), 0.995],
  ],
  secretCases: (random) =>
    [3, 4, 6].map((width, i) => {
      const counts = Array.from({ length: width }, (_, c) => Math.round(4 * (1.2 + random()) * 3 ** (c % 4)) + c);
      const turned = counts.map((_, c) => counts[(c + i + 1) % width] ?? 1);
      return [vector(...turned), [0.98, 0.95, 0.99][i] ?? 0.9];
    }),
  extremeCases: [],
};
