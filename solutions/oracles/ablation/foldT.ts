import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { mean, median, scalar, sum, tensor, vector } from '../numbers';
import { whole } from './draw';

/** A number from the differences, fold by fold. */
type Whole = (folds: readonly (readonly number[])[]) => number;

const of =
  (f: Whole): Reference =>
  (differences, folds) => {
    const place = tensor(folds).data;
    const groups = Array.from({ length: Math.max(...place) + 1 }, (_, k) =>
      tensor(differences).data.filter((_d, i) => place[i] === k),
    );
    return scalar(f(groups));
  };

function deviation(data: readonly number[]): number {
  const m = mean(data);
  return Math.sqrt(sum(data.map((x) => (x - m) ** 2)) / (data.length - 1));
}

const t = (data: readonly number[]): number => (mean(data) / deviation(data)) * Math.sqrt(data.length);

const means = (folds: readonly (readonly number[])[]): number[] => folds.map(mean);

const right: Whole = (folds) => t(means(folds));

/** The deviation of the runs around the means of their folds. */
function within(folds: readonly (readonly number[])[]): number {
  const squares = sum(folds.flatMap((fold) => fold.map((d) => (d - mean(fold)) ** 2)));
  return Math.sqrt(squares / (folds.flat().length - folds.length));
}

/** t with another deviation. */
const over =
  (other: (folds: readonly (readonly number[])[]) => number): Whole =>
  (folds) =>
    (mean(means(folds)) / other(folds)) * Math.sqrt(folds.length);

/** The deviation of the means around a middle, with a divisor. */
const around = (folds: readonly (readonly number[])[], middle: number, divisor = folds.length - 1): number =>
  Math.sqrt(sum(means(folds).map((m) => (m - middle) ** 2)) / divisor);

/** The middle between the mean so far and the next run. */
const halved = (fold: readonly number[]): number => fold.reduce((m, d) => (m + d) / 2);

/** Folds of one length, cut from the differences as they come. */
const inOrderOfArrival: Reference = (differences, folds) => {
  const { data } = tensor(differences);
  const count = Math.max(...tensor(folds).data) + 1;
  const length = Math.floor(data.length / count);
  return scalar(t(Array.from({ length: count }, (_, k) => mean(data.slice(k * length, (k + 1) * length)))));
};

/** t of the means of folds, of which all runs of a fold make one. */
export const foldT: Item = {
  id: 'foldT',
  title: { pt: 'O t das dobras', es: 'El t de los pliegues' },
  points: { value: 5, shape: 1, leak: 1 },
  functions: [
    {
      name: 'foldT',
      line: 'value',
      reference: of(right),
      mistakes: [
        ...mistakes<Whole>(of, [
          ['clu-1', 'GROUP', (folds) => t(folds.flat())],
          ['clu-2', 'GROUP', (folds) => right(folds) * Math.sqrt(folds.flat().length / folds.length)],
          ['clu-3', 'FREEDOM', (folds) => right(folds) * Math.sqrt(folds.length / (folds.length - 1))],
          ['clu-4', 'SQRT', (folds) => right(folds) / Math.sqrt(folds.length)],
          ['clu-5', 'GROUP', (folds) => (right(folds) * mean(folds.flat())) / mean(means(folds))],
          ['clu-6', 'GROUP', (folds) => (mean(means(folds)) / within(folds)) * Math.sqrt(folds.flat().length)],
          ['clu-7', 'SUM', (folds) => t(folds.map(sum))],
          ['clu-8', 'SIGN', (folds) => -right(folds)],
          ['clu-9', 'SQ', (folds) => right(folds) / deviation(means(folds))],
          ['clu-10', 'PART', (folds) => right(folds.slice(1))],
          ['clu-11', 'PART', (folds) => right(folds.slice(0, -1))],
          ['clu-12', 'PART', (folds) => t(folds.map(([first]) => first ?? NaN))],
          ['clu-13', 'SQRT', (folds) => right(folds) * Math.sqrt(folds.length)],
          ['clu-14', 'ABS', (folds) => t(means(folds).map(Math.abs))],
          ['clu-15', 'GROUP', over(within)],
          ['clu-16', 'GROUP', (folds) => mean(folds.map(t))],
          ['clu-17', 'DEFAULT', (folds) => (right(folds) / Math.sqrt(folds.length)) * Math.sqrt(8)],
          ['clu-18', 'GROUP', over((folds) => mean(folds.map(deviation)))],
          ['clu-19', 'FREEDOM', over((folds) => around(folds, mean(means(folds)), folds.flat().length - 1))],
          ['clu-20', 'FREEDOM', over((folds) => around(folds, mean(means(folds)), folds.flat().length - folds.length))],
          ['clu-21', 'TERM', over((folds) => around(folds, 0))],
          ['clu-22', 'SQRT', (folds) => mean(means(folds)) / Math.sqrt(deviation(means(folds)) / folds.length)],
          ['clu-23', 'TERM', (folds) => mean(means(folds))],
          ['clu-24', 'PART', (folds) => t(folds.map((fold) => fold.at(-1) ?? NaN))],
          ['clu-25', 'SQRT', (folds) => right(folds) / folds.length],
          ['clu-26', 'DIV', (folds) => t(folds.map((fold) => sum(fold) / (fold.length + 1)))],
          ['clu-27', 'ORDER', (folds) => t(folds.map(halved))],
          ['clu-28', 'OTHER', (folds) => t(folds.map(median))],
          [
            'clu-29',
            'GROUP',
            (folds) => (mean(folds.flat()) / around(folds, mean(folds.flat()))) * Math.sqrt(folds.length),
          ],
        ]),
        { id: 'clu-30', family: 'FOLD', of: inOrderOfArrival },
      ],
    },
  ],
  publicCases: [
    [vector(1.2, 1.4, -0.6, -0.2, -0.4, 2.1, 1.7), vector(0, 0, 1, 1, 1, 2, 2)],
    [vector(0.5, -1.5, 2.25, 0.75, -2, 1.5, -0.75, -0.5, 1), vector(3, 1, 0, 3, 1, 0, 2, 3, 2)],
  ],
  secretCases: (random) =>
    [3, 4, 5].map((count): readonly Argument[] => {
      // A fold has its own difference, near which those of its runs lie.
      const folds = Array.from({ length: count }, (_, k) => {
        const centre = [1.8, -0.7, 0.4, 2.6, -1.5][k] ?? 0;
        const runs = 2 + ((k + whole(random, 0, 1)) % 3);
        return Array.from({ length: runs }, () => centre + between(random, -0.4, 0.4));
      });
      const all = folds.flatMap((fold, k) => fold.map((d) => ({ d, k, key: random() })));
      all.sort((a, b) => a.key - b.key);
      return [vector(...all.map(({ d }) => d)), vector(...all.map(({ k }) => k))];
    }),
  extremeCases: [],
};
