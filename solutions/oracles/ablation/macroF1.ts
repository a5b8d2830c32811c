import { mistakes, rowsOf } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, scalar, sum, tensor } from '../numbers';
import { whole } from './draw';

/** A class in the matrix: how many were right, predicted, and there. */
interface Counts {
  readonly hits: number;
  readonly predicted: number;
  readonly actual: number;
}

/** A number from all classes. */
type Whole = (all: readonly Counts[]) => number;

const of =
  (f: Whole): Reference =>
  (confusion) => {
    const rows = rowsOf(tensor(confusion));
    return scalar(
      f(
        rows.map((row, c) => ({
          hits: row[c] ?? NaN,
          predicted: sum(rows.map((other) => other[c] ?? NaN)),
          actual: sum(row),
        })),
      ),
    );
  };

type Score = (counts: Counts) => number;

const meanOf = (f: Score): Reference => of((all) => mean(all.map(f)));

const precision: Score = ({ hits, predicted }) => hits / predicted;
const recall: Score = ({ hits, actual }) => hits / actual;
const errorsOf: Score = ({ hits, predicted, actual }) => predicted + actual - 2 * hits;
const harmonic = (p: number, r: number): number => (2 * p * r) / (p + r);

const right: Score = ({ hits, predicted, actual }) =>
  predicted + actual === 0 ? 0 : (2 * hits) / (predicted + actual);

const isThere = ({ predicted, actual }: Counts): boolean => predicted + actual > 0;

/** F2: recall counts four times. */
const recallFirst: Score = ({ hits, predicted, actual }) => (5 * hits) / (predicted + 4 * actual);

/** Each row divided by its sum, as shares of its class. */
const normalised: Reference = (confusion) => {
  const rows = rowsOf(tensor(confusion));
  return meanOf(right)(matrix(rows.map((row) => row.map((count) => count / (sum(row) || 1)))));
};

/** The first two classes, as if there were no other. */
const corner: Reference = (confusion) =>
  meanOf(right)(
    matrix(
      rowsOf(tensor(confusion))
        .slice(0, 2)
        .map((row) => row.slice(0, 2)),
    ),
  );

/** The mean of the classes' F1, from a confusion matrix; a class that is nowhere has 0. */
export const macroF1: Item = {
  id: 'macroF1',
  title: { pt: 'A F1 macro de uma matriz', es: 'La F1 macro de una matriz' },
  points: { value: 3, shape: 1, stability: 1 },
  functions: [
    {
      name: 'macroF1',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Score>(meanOf, [
          ['f1m-4', 'OTHER', (c) => (precision(c) + recall(c)) / 2],
          ['f1m-5', 'OTHER', (c) => Math.sqrt(precision(c) * recall(c))],
          ['f1m-6', 'HALF', (c) => right(c) / 2],
          ['f1m-7', 'TERM', recall],
          ['f1m-8', 'TERM', precision],
          ['f1m-10', 'OTHER', recallFirst],
          ['f1m-12', 'OTHER', (c) => c.hits / (c.predicted + c.actual - c.hits)],
          ['f1m-15', 'TERM', (c) => c.hits / errorsOf(c)],
        ]),
        ...mistakes<Whole>(of, [
          ['f1m-1', 'OTHER', (all) => sum(all.map(({ hits }) => hits)) / sum(all.map(({ actual }) => actual))],
          ['f1m-2', 'MACRO', (all) => harmonic(mean(all.map(precision)), mean(all.map(recall)))],
          [
            'f1m-3',
            'CLASSES',
            (all) => sum(all.map((c) => c.actual * right(c))) / sum(all.map(({ actual }) => actual)),
          ],
          ['f1m-11', 'CLASSES', (all) => right(all.reduce((largest, c) => (c.actual > largest.actual ? c : largest)))],
          ['f1m-13', 'SUM', (all) => sum(all.map(right))],
          ['f1m-14', 'DIV', (all) => sum(all.map(right)) / all.length ** 2],
          ['f1m-16', 'CLASSES', (all) => sum(all.map((c) => c.predicted * right(c))) / sum(all.map((c) => c.actual))],
          ['f1m-17', 'CLASSES', ([, second]) => (second ? right(second) : NaN)],
          ['f1m-18', 'PART', (all) => sum(all.slice(1).map(right)) / all.length],
          ['f1m-19', 'PART', (all) => sum(all.slice(0, -1).map(right)) / all.length],
          ['f1m-20', 'OTHER', (all) => mean(all.map((c) => 1 - errorsOf(c) / sum(all.map(({ actual }) => actual))))],
          ['f1m-23', 'OTHER', (all) => Math.max(...all.map(right))],
          ['f1m-24', 'DIV', (all) => sum(all.map(right)) / sum(all.map(({ actual }) => actual))],
          ['f1m-25', 'DIV', (all) => sum(all.map(right)) / 2],
        ]),
        { id: 'f1m-21', family: 'CLASSES', of: normalised },
        { id: 'f1m-22', family: 'CLASSES', of: corner },
      ],
      extremeMistakes: mistakes<Whole>(of, [
        ['f1m-26', 'ABSENT', (all) => mean(all.filter(isThere).map(right))],
        ['f1m-27', 'ABSENT', (all) => mean(all.map((c) => (isThere(c) ? right(c) : 1)))],
        ['f1m-28', 'ABSENT', (all) => mean(all.filter(({ predicted }) => predicted > 0).map(right))],
      ]),
    },
  ],
  publicCases: [
    [
      matrix([
        [9, 1, 0],
        [4, 3, 5],
        [0, 1, 2],
      ]),
    ],
    [
      matrix([
        [40, 6, 1, 3],
        [2, 11, 0, 7],
        [5, 0, 3, 1],
        [9, 2, 4, 6],
      ]),
    ],
  ],
  secretCases: (random) =>
    [3, 4, 5].map((classes): readonly Argument[] => {
      const sizes = [30, 12, 5, 18, 8];
      const rows = Array.from({ length: classes }, (_, i) =>
        Array.from({ length: classes }, (_cell, j) => {
          const size = sizes[i] ?? 6;
          if (i === j) return size + whole(random, 0, size);
          return j === 0 ? whole(random, 4, 9) : whole(random, 0, 3);
        }),
      );
      return [matrix(rows)];
    }),
  // A class that is never predicted, and one that is nowhere.
  extremeCases: [
    [
      matrix([
        [12, 3, 0],
        [2, 8, 0],
        [4, 1, 0],
      ]),
    ],
    [
      matrix([
        [7, 0, 2, 1],
        [0, 0, 0, 0],
        [3, 0, 5, 0],
        [1, 0, 0, 6],
      ]),
    ],
  ],
};
