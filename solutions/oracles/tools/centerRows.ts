import { fromRows, mistakes, rowsOf } from '../classification/samples';
import type { Item, Reference } from '../format';
import { matrix, mean, median, sum, tensor } from '../numbers';

/** A number of the answer, from the one at its place, its row, its column and all of them. */
type Cell = (x: number, row: readonly number[], column: readonly number[], all: readonly number[]) => number;

const ofCells =
  (f: Cell): Reference =>
  (x) => {
    const rows = rowsOf(tensor(x));
    const columns = (rows[0] ?? []).map((_x, c) => rows.map((row) => row[c] ?? NaN));
    return fromRows(rows.map((row) => row.map((value, c) => f(value, row, columns[c] ?? [], rows.flat()))));
  };

const spread = (row: readonly number[]): number => Math.sqrt(mean(row.map((x) => (x - mean(row)) ** 2)));

/** Each row minus its own mean: a mean over the last axis that keeps it. */
export const centerRows: Item = {
  id: 'centerRows',
  title: { pt: 'Cada linha menos a sua média', es: 'Cada fila menos su media' },
  points: { value: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'centerRows',
      line: 'value',
      reference: ofCells((x, row) => x - mean(row)),
      mistakes: mistakes<Cell>(ofCells, [
        ['ctr-1', 'ALONG', (x, _row, column) => x - mean(column)],
        ['ctr-2', 'ALONG', (x, _row, _column, all) => x - mean(all)],
        ['ctr-3', 'SUM', (x, row) => x - sum(row)],
        ['ctr-4', 'SIGN', (x, row) => mean(row) - x],
        ['ctr-5', 'SIGN', (x, row) => x + mean(row)],
        ['ctr-6', 'TERM', (_x, row) => mean(row)],
        ['ctr-7', 'OTHER', (x, row) => (x - mean(row)) / spread(row)],
        ['ctr-8', 'OTHER', (x, row) => x - median(row)],
        ['ctr-9', 'OTHER', (x, row) => x - Math.max(...row)],
        ['ctr-10', 'DIV', (x, row) => x - sum(row) / (row.length - 1)],
        ['ctr-11', 'DIV', (x, row, column) => x - sum(row) / column.length],
        ['ctr-12', 'OTHER', (x, row) => x / mean(row)],
        ['ctr-13', 'OTHER', (x, row) => x - (row[0] ?? NaN)],
        ['ctr-14', 'ABS', (x, row) => Math.abs(x - mean(row))],
        ['ctr-15', 'SQ', (x, row) => (x - mean(row)) ** 2],
        ['ctr-17', 'OTHER', (x, row) => x - Math.min(...row)],
        ['ctr-18', 'ALONG', (x, row, column, all) => x - mean(row) - mean(column) + mean(all)],
        ['ctr-16', 'DIV', (x, row, _column, all) => x - sum(row) / all.length],
      ]),
    },
  ],
  // In the second as many rows as columns: there a mean that has lost its axis is subtracted in silence, from the columns.
  publicCases: [
    [
      matrix([
        [1, 2, 6],
        [0.5, -4, 2],
      ]),
    ],
    [
      matrix([
        [2, -1, 3.5],
        [0, 5, 1],
        [-2, -3.5, 7],
      ]),
    ],
    [matrix([[4], [-1], [2.5], [0.5]].map(([x = 0]) => [x, 3 * x + 1, x * x, -2, 0.25 * x]))],
  ],
  secretCases: (random) =>
    [
      [3, 4],
      [5, 5],
      [7, 3],
    ].map(([count = 0, width = 0]) => {
      const drift = (): number => 4 * random() - 2;
      return [
        matrix(
          Array.from({ length: count }, () => {
            const level = drift();
            return Array.from({ length: width }, (_, c) => level + drift() + (c === 0 ? 1.5 : 0));
          }),
        ),
      ];
    }),
  extremeCases: [],
};
