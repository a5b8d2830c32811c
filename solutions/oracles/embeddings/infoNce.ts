import { at, dot, logSoftmax, logSumExp, softmax, softplus } from '../classification/rows';
import { mistakes, rowsOf } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, tensor } from '../numbers';
import { queries } from './draw';
import { cosine, distance, norm, unit, type Vector } from './vectors';

/** A table of similarities, a row a query. */
type Table = readonly (readonly number[])[];

/** A scalar from the table of cosines and the temperature. */
type OfTable = (cosines: Table, temperature: number) => number;

const tableOf = (args: Parameters<Reference>, similarity: (q: Vector, k: Vector) => number): number[][] => {
  const [query, positives] = args;
  const keys = rowsOf(tensor(positives));
  return rowsOf(tensor(query)).map((q) => keys.map((k) => similarity(q, k)));
};

const byCosine =
  (f: OfTable): Reference =>
  (...args) =>
    scalar(f(tableOf(args, cosine), number(args[2])));

const bySimilarity =
  (similarity: (q: Vector, k: Vector) => number): Reference =>
  (...args) =>
    scalar(right(tableOf(args, similarity), number(args[2])));

const scaled = (table: Table, factor: number): number[][] => table.map((row) => row.map((x) => x * factor));

const turned = (table: Table): number[][] => (table[0] ?? []).map((_x, i) => table.map((row) => at(row, i)));

/** The rows of a tensor after each column was divided by its length. */
const byColumns = (vectors: Argument | undefined): number[][] => turned(turned(rowsOf(tensor(vectors))).map(unit));

const others = (row: readonly number[], i: number): number[] => row.filter((_x, j) => j !== i);

/** mean over queries of a number of one row of scores. */
const meanOfRows = (table: Table, f: (row: readonly number[], i: number) => number): number => mean(table.map(f));

const surprise = (row: readonly number[], i: number): number => -at(logSoftmax(row), i);

const right: OfTable = (table, tau) => meanOfRows(scaled(table, 1 / tau), surprise);

/** What the exercise hands out has three bugs: dot products for cosines, times τ, and log of a softmax. */
export const infoNce: Item = {
  id: 'infoNce',
  title: { pt: 'InfoNCE: ache os erros', es: 'InfoNCE: encuentra los errores' },
  points: { value: 4, shape: 1, stability: 2 },
  functions: [
    {
      name: 'infoNce',
      line: 'value',
      reference: byCosine(right),
      mistakes: [
        ...mistakes<OfTable>(byCosine, [
          ['nce-1', 'DEFAULT', (table) => right(table, 1)],
          ['nce-2', 'SCALE', (table, tau) => right(table, 1 / tau)],
          ['nce-4', 'ALONG', (table, tau) => right(turned(table), tau)],
          ['nce-5', 'OTHER', (table, tau) => (right(table, tau) + right(turned(table), tau)) / 2],
          [
            'nce-6',
            'TERM',
            (table, tau) => meanOfRows(scaled(table, 1 / tau), (row, i) => logSumExp(others(row, i)) - at(row, i)),
          ],
          [
            'nce-7',
            'NOSOFTMAX',
            (table, tau) =>
              logSumExp(scaled(table, 1 / tau).flat()) - meanOfRows(scaled(table, 1 / tau), (row, i) => at(row, i)),
          ],
          ['nce-8', 'SUM', (table, tau) => sum(scaled(table, 1 / tau).map(surprise))],
          [
            'nce-10',
            'NOLOG',
            (table, tau) => -meanOfRows(scaled(table, 1 / tau), (row, i) => Math.exp(-surprise(row, i))),
          ],
          ['nce-11', 'TERM', (table, tau) => -meanOfRows(scaled(table, 1 / tau), (row, i) => at(row, i))],
          ['nce-12', 'LOGBASE', (table, tau) => right(table, tau) / Math.LN2],
          ['nce-14', 'TERM', (table, tau) => -mean(scaled(table, 1 / tau).flatMap(logSoftmax))],
          ['nce-15', 'SIGN', (table, tau) => -right(table, tau)],
          ['nce-26', 'SCALE', (table, tau) => right(table, tau ** 2)],
          ['nce-27', 'ORDER', (table, tau) => meanOfRows(table, (row, i) => logSumExp(row) - at(row, i) / tau)],
          ['nce-28', 'SOFTMAX2', (table, tau) => right(scaled(table, 1 / tau).map(softmax), 1)],
          ['nce-29', 'LINK', (table, tau) => meanOfRows(scaled(table, 1 / tau), (row, i) => softplus(-at(row, i)))],
          [
            'nce-31',
            'ARGMAX',
            (table, tau) => -meanOfRows(scaled(table, 1 / tau), (row) => Math.max(...logSoftmax(row))),
          ],
          [
            'nce-32',
            'ORDER',
            (table, tau) => -Math.log(meanOfRows(scaled(table, 1 / tau), (row, i) => at(softmax(row), i))),
          ],
          [
            'nce-33',
            'AXIS',
            (table, tau) =>
              right(
                scaled(table, 1 / tau).map((row, _i, all) => row.map((x, j) => x - Math.max(...(all[j] ?? [])))),
                1,
              ),
          ],
          [
            'nce-34',
            'PART',
            (table, tau) =>
              sum(
                scaled(table, 1 / tau)
                  .map(surprise)
                  .slice(0, -1),
              ) / table.length,
          ],
        ]),
        ...mistakes<(q: Vector, k: Vector) => number>(bySimilarity, [
          ['nce-3', 'NORM', dot],
          ['nce-16', 'NORM', (q, k) => dot(q, k) / norm(q)],
          ['nce-17', 'NORM', (q, k) => dot(q, k) / norm(k)],
          ['nce-18', 'SQRT', (q, k) => dot(q, k) / (norm(q) * norm(k)) ** 2],
          ['nce-9', 'SIGN', (q, k) => distance(unit(q), unit(k))],
          ['nce-19', 'OTHER', (q, k) => -distance(unit(q), unit(k))],
          ['nce-21', 'OTHER', (q, k) => -distance(q, k)],
          ['nce-24', 'NORM', (q, k) => q.length * cosine(q, k)],
          ['nce-25', 'NORM', (q, k) => dot(softmax(q), softmax(k))],
        ]),
        {
          id: 'nce-22',
          family: 'NORM',
          of: (...args) => {
            const lengths = norm(tensor(args[0]).data) * norm(tensor(args[1]).data);
            return scalar(
              right(
                tableOf(args, (q, k) => dot(q, k) / lengths),
                number(args[2]),
              ),
            );
          },
        },
        {
          id: 'nce-23',
          family: 'ALONG',
          of: (query, positives, tau) => {
            const keys = byColumns(positives);
            return scalar(
              right(
                byColumns(query).map((q) => keys.map((k) => dot(q, k))),
                number(tau),
              ),
            );
          },
        },
        {
          id: 'nce-30',
          family: 'ROLE',
          of: (query, _positives, tau) => scalar(right(tableOf([query, query], cosine), number(tau))),
        },
        {
          id: 'nce-20',
          family: 'STARTER',
          of: (...args) => scalar(right(tableOf(args, dot), 1 / number(args[2]))),
        },
      ],
    },
  ],
  publicCases: [
    [
      matrix([
        [1, 0],
        [0, 2],
        [1, 1],
      ]),
      matrix([
        [0.9, 0.1],
        [0.2, 1.5],
        [0.8, 1],
      ]),
      0.5,
    ],
    [
      matrix([
        [2, -1, 0.5],
        [0.5, 1, 1],
        [-1, 0.25, 0.75],
        [0.5, -1.5, 2],
      ]),
      matrix([
        [1, 0.25, 0.75],
        [0.25, 0.5, -0.5],
        [-1.5, 1, 0.25],
        [1, -1, 0.5],
      ]),
      0.25,
    ],
  ],
  secretCases: queries,
  // A temperature so low that the probability of a query's own positive is 0 in float32; long vectors, whose cosines are no larger.
  extremeCases: [
    [
      matrix([
        [100, 0],
        [0, 300],
      ]),
      matrix([
        [-200, 50],
        [50, 100],
      ]),
      0.005,
    ],
  ],
};
