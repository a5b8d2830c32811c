import { logSoftmax, softmax } from '../classification/rows';
import { fromRows, mistakes } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, sum } from '../numbers';
import {
  crossEntropyOf,
  entropyOf,
  jensenShannon,
  klOf,
  meanOfRows,
  ofPairs,
  pairs,
  swapped,
  twoTables,
  type Divergence,
  type Row,
} from './distributions';

const terms = (p: Row, logQ: Row, of: (p: number, logQ: number) => number): number =>
  sum(p.map((x, i) => of(x, logQ[i] ?? NaN)));

const column = (rows: readonly Row[]): number[] =>
  (rows[0] ?? []).map((_x, c) => mean(rows.map((row) => row[c] ?? NaN)));

/** A number of the gradient, from p and log q there, the number of rows and that of columns. */
type Slope = (p: number, logQ: number, n: number, width: number) => number;

const gradientOf =
  (f: Slope): Reference =>
  (first, second) => {
    const all = pairs(first, second);
    return fromRows(all.map(([logQ, p]) => p.map((x, c) => f(x, logQ[c] ?? NaN, all.length, p.length))));
  };

const probabilities = (rows: readonly Row[]): number[][] => rows.map((row) => softmax(row).map(Math.fround));

const logProbabilities = (rows: readonly Row[]): number[][] => rows.map((row) => logSoftmax(row).map(Math.fround));

const logs = (rows: number[][]): number[][] => rows.map((row) => row.map(Math.log));

/** KL(P ‖ Q) of rows, from log Q and P as klDiv takes them; and its gradient by log Q, -P/N. */
export const kl: Item = {
  id: 'kl',
  title: { pt: 'A divergência KL', es: 'La divergencia KL' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'kl',
      line: 'value',
      reference: meanOfRows(klOf),
      mistakes: [
        ...mistakes<Divergence>(meanOfRows, [
          ['kl-1', 'SWAP', swapped],
          ['kl-2', 'SIGN', (p, logQ) => -klOf(p, logQ)],
          ['kl-3', 'TERM', (p, logQ) => terms(p, logQ, (x, l) => Math.log(x) - l)],
          ['kl-4', 'TERM', (p, logQ) => -swapped(p, logQ)],
          ['kl-5', 'OTHER', crossEntropyOf],
          ['kl-6', 'OTHER', entropyOf],
          ['kl-7', 'SIGN', (p, logQ) => crossEntropyOf(p, logQ) + entropyOf(p)],
          ['kl-8', 'OTHER', (p, logQ) => crossEntropyOf(p, logQ) - entropyOf(logQ.map(Math.exp))],
          ['kl-9', 'LOGBASE', (p, logQ) => klOf(p, logQ) / Math.LN2],
          ['kl-10', 'AXIS', (p, logQ) => klOf(p, logQ) / p.length],
          ['kl-12', 'ABS', (p, logQ) => terms(p, logQ, (x, l) => x * Math.abs(Math.log(x) - l))],
          ['kl-13', 'OTHER', jensenShannon],
          ['kl-14', 'OTHER', (p, logQ) => klOf(p, logQ) + swapped(p, logQ)],
          ['kl-15', 'OTHER', (p, logQ) => (klOf(p, logQ) + swapped(p, logQ)) / 2],
          ['kl-16', 'OTHER', (p, logQ) => terms(p, logQ, (x, l) => Math.abs(x - Math.exp(l)) / 2)],
          ['kl-17', 'OTHER', (p, logQ) => terms(p, logQ, (x, l) => (x * x) / Math.exp(l)) - 1],
          ['kl-18', 'NOLOG', (p, logQ) => terms(p, logQ, (x, l) => x * (Math.log(x) - Math.exp(l)))],
          ['kl-21', 'NOLOG', (p, logQ) => terms(p, logQ, (x, l) => Math.exp(x) * (x - l))],
          ['kl-22', 'SOFTMAX2', (p, logQ) => klOf(softmax(p), logQ)],
        ]),
        { id: 'kl-11', family: 'SUM', of: ofPairs((all) => sum(all.map(([logQ, p]) => klOf(p, logQ)))) },
        {
          id: 'kl-23',
          family: 'ORDER',
          of: ofPairs((all) =>
            klOf(column(all.map(([, p]) => p)), column(all.map(([logQ]) => logQ.map(Math.exp))).map(Math.log)),
          ),
        },
      ],
    },
    {
      name: 'klGrad',
      line: 'gradient',
      reference: gradientOf((p, _logQ, n) => -p / n),
      mistakes: mistakes<Slope>(gradientOf, [
        ['kl-g1', 'GRADN', (p) => -p],
        ['kl-g2', 'GRADSIGN', (p, _logQ, n) => p / n],
        ['kl-g3', 'WRT', (p, logQ, n) => -p / Math.exp(logQ) / n],
        ['kl-g4', 'WRT', (p, logQ, n) => (Math.exp(logQ) - p) / n],
        ['kl-g5', 'WRT', (p, logQ, n) => (Math.log(p) - logQ) / n],
        ['kl-g6', 'AXIS', (p, _logQ, n, width) => -p / (n * width)],
        ['kl-g7', 'SWAP', (_p, logQ, n) => -Math.exp(logQ) / n],
        ['kl-g8', 'TERM', (_p, _logQ, n) => -1 / n],
        ['kl-g9', 'WRT', (p, logQ, n) => (Math.log(p) - logQ + 1) / n],
        ['kl-g10', 'CHAIN', (p, logQ, n) => (-p * logQ) / n],
      ]),
    },
  ],
  publicCases: [
    [
      matrix(
        logs([
          [0.4, 0.3, 0.3],
          [0.25, 0.25, 0.5],
        ]),
      ),
      matrix([
        [0.9, 0.08, 0.02],
        [0.1, 0.6, 0.3],
      ]),
    ],
    [matrix(logs([[0.25, 0.5, 0.125, 0.125]])), matrix([[0.625, 0.125, 0.05, 0.2]])],
    [
      matrix(
        logs([
          [0.1, 0.2, 0.3, 0.4],
          [0.7, 0.1, 0.1, 0.1],
          [0.25, 0.25, 0.25, 0.25],
        ]),
      ),
      matrix([
        [0.2, 0.3, 0.4, 0.1],
        [0.4, 0.2, 0.3, 0.1],
        [0.05, 0.85, 0.05, 0.05],
      ]),
    ],
  ],
  secretCases: (random) =>
    [
      [5, 3],
      [3, 4],
      [4, 5],
    ].map(([count = 0, width = 0]): readonly Argument[] => {
      const [q, p] = twoTables(random, count, width);
      return [matrix(logProbabilities(q)), matrix(probabilities(p))];
    }),
  // Where p is 0 the term is 0, however unlikely q finds it; and e^-200 is 0 in float32.
  extremeCases: [
    [matrix(logs([[0.5, 0.25, 0.25]])), matrix([[1, 0, 0]])],
    [
      matrix([
        [0, -200, -300],
        [-200, -0.5, -1],
      ]),
      matrix([
        [0.5, 0.5, 0],
        [0, 0.25, 0.75],
      ]),
    ],
  ],
};
