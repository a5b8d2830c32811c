import type { Item, Reference, Values } from '../format';
import { map, matrix, sum, tensor } from '../numbers';
import { scores, sizes } from './draw';
import { logSoftmax as right, logSumExp, sigmoid, softmax } from './rows';
import { fromRows, mistakes, rowsOf } from './samples';

type Row = (row: readonly number[]) => readonly number[];

const perRow =
  (f: Row): Reference =>
  (scores) =>
    fromRows(rowsOf(tensor(scores)).map(f));

/** All numbers, or each column, in the place of the row. */
const overAll: Reference = (x) => map(tensor(x), (value) => value - logSumExp(tensor(x).data));
const overColumns: Reference = (x) => transposed(perRow(right)(transposed(tensor(x))));

function transposed(values: Values): Values {
  const rows = rowsOf(values);
  return fromRows((rows[0] ?? []).map((_x, c) => rows.map((row) => row[c] ?? NaN)));
}

const shift = (row: readonly number[]): readonly number[] => row.map((x) => x - Math.max(...row));

/** x - log Σ exp x, for each row. */
export const logSoftmax: Item = {
  id: 'logSoftmax',
  title: { pt: 'Log-softmax estável', es: 'Log-softmax estable' },
  points: { value: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'stableLogSoftmax',
      line: 'value',
      reference: perRow(right),
      mistakes: [
        ...mistakes<Row>(perRow, [
          ['lsm-1', 'LOGBASE', (row) => right(row).map((x) => x / Math.LN2)],
          ['lsm-2', 'NOLOG', softmax],
          ['lsm-5', 'SIGN', (row) => right(row).map((x) => -x)],
          ['lsm-6', 'MAXBACK', (row) => shift(row).map((x) => x - logSumExp(row))],
          ['lsm-7', 'MAXBACK', (row) => row.map((x) => x - logSumExp(shift(row)))],
          ['lsm-8', 'NOLOG', (row) => row.map((x) => x - sum(row.map(Math.exp)))],
          ['lsm-9', 'NOSOFTMAX', shift],
          ['lsm-10', 'SOFTMAX2', (row) => right(softmax(row))],
          ['lsm-11', 'NOSOFTMAX', (row) => row.map((x) => Math.log(x / sum(row)))],
          ['lsm-12', 'LINK', (row) => row.map((x) => Math.log(sigmoid(x)))],
          ['lsm-13', 'MEAN', (row) => right(row).map((x) => x + Math.log(row.length))],
          ['lsm-14', 'NOSOFTMAX', (row) => row.map((x) => x - sum(row))],
          ['lsm-15', 'NOLOG', (row) => softmax(row).map((p) => p / sum(softmax(row)) - 1)],
          ['lsm-16', 'NOLOG', (row) => shift(row).map((x) => x - sum(shift(row).map(Math.exp)))],
          ['lsm-17', 'SIGN', (row) => shift(row).map((x) => x + logSumExp(shift(row)))],
        ]),
        { id: 'lsm-3', family: 'NOSOFTMAX', of: overColumns },
        { id: 'lsm-4', family: 'NOSOFTMAX', of: overAll },
        { id: 'lsm-18', family: 'NOSOFTMAX', of: (x) => overAll(perRow(shift)(x)) },
      ],
    },
  ],
  publicCases: [
    [matrix([[2, -1, 0.5]])],
    [
      matrix([
        [2, -1, 0.5, 0.25],
        [0.1, 0.2, -0.3, -1],
        [-1.5, 0.3, 1.2, 3],
      ]),
    ],
    [matrix([1, 0.25, -0.5, -2, 3].map((x, i) => [x, i - 2.5, 1 - x]))],
  ],
  secretCases: (random) => sizes(random).map(([count, width]) => [fromRows(scores(random, count, width))]),
  // Where exp overflows, where it underflows to 0, and where a small probability is beside a large one.
  extremeCases: [
    [
      matrix([
        [1000, 0, -1000],
        [89, 0, 0],
        [-104, -104, -104],
        [0, -104, 0.5],
      ]),
    ],
    [matrix([[-1000, -1001, -999, -1000]])],
  ],
};
