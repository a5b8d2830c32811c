import { at, logSoftmax, softmax } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, sum } from '../numbers';
import { crossEntropyOf, entropyOf, jensenShannon, klOf, ofPairs, swapped, twoTables, type Row } from './distributions';

/** A number from the logits of a student and of its teacher. */
type OfLogits = (student: Row, teacher: Row) => number;

const meanOf = (f: OfLogits): Reference => ofPairs((all) => mean(all.map(([student, teacher]) => f(student, teacher))));

const right: OfLogits = (student, teacher) => klOf(softmax(teacher), logSoftmax(student));

const backwards: OfLogits = (student, teacher) => swapped(softmax(teacher), logSoftmax(student));

const turned = (rows: readonly Row[]): number[][] => (rows[0] ?? []).map((_x, c) => rows.map((row) => at(row, c)));

/** The sum over the columns, each made a distribution, by the number of rows. */
const overColumns = (all: readonly (readonly [Row, Row])[]): number => {
  const [students, teachers] = [0, 1].map((which) => turned(all.map((pair) => pair[which] ?? [])));
  return sum((students ?? []).map((column, c) => right(column, teachers?.[c] ?? []))) / all.length;
};

/** What the exercise hands out has three bugs: the other direction, a mean over all numbers, log of a softmax. */
export const distillation: Item = {
  id: 'distillation',
  title: { pt: 'Destilação: ache os erros', es: 'Destilación: encuentra los errores' },
  points: { value: 4, shape: 1, stability: 2 },
  functions: [
    {
      name: 'distillation',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<OfLogits>(meanOf, [
          ['dis-1', 'SWAP', backwards],
          ['dis-2', 'AXIS', (s, t) => right(s, t) / s.length],
          ['dis-3', 'STARTER', (s, t) => backwards(s, t) / s.length],
          ['dis-4', 'LOGBASE', (s, t) => right(s, t) / Math.LN2],
          ['dis-5', 'SIGN', (s, t) => -right(s, t)],
          ['dis-6', 'OTHER', (s, t) => crossEntropyOf(softmax(t), logSoftmax(s))],
          ['dis-7', 'OTHER', (_s, t) => entropyOf(softmax(t))],
          ['dis-8', 'OTHER', (s, t) => jensenShannon(softmax(t), logSoftmax(s))],
          ['dis-9', 'NOLOG', (s, t) => klOf(softmax(t), softmax(s))],
          ['dis-10', 'NOSOFTMAX', (s, t) => crossEntropyOf(softmax(t), s) - crossEntropyOf(softmax(t), t)],
          ['dis-11', 'SOFTMAX2', (s, t) => right(softmax(s), softmax(t))],
          ['dis-12', 'TERM', (s, t) => sum(logSoftmax(t)) - sum(logSoftmax(s))],
          ['dis-13', 'OTHER', (s, t) => right(s, t) + backwards(s, t)],
          ['dis-15', 'EXP', (s, t) => sum(logSoftmax(t).map((l, c) => l * (l - at(logSoftmax(s), c))))],
          [
            'dis-17',
            'SOFTMAX2',
            (s, t) =>
              crossEntropyOf(softmax(t), logSoftmax(softmax(s))) - crossEntropyOf(softmax(t), logSoftmax(softmax(t))),
          ],
          ['dis-18', 'OTHER', (s, t) => sum(softmax(t).map((p, c) => (p - at(softmax(s), c)) ** 2))],
          ['dis-19', 'NOSOFTMAX', (s, t) => sum(t.map((x, c) => x * (at(logSoftmax(t), c) - at(logSoftmax(s), c))))],
        ]),
        { id: 'dis-16', family: 'NOSOFTMAX', of: ofPairs((all) => overColumns(all)) },
        { id: 'dis-14', family: 'SUM', of: ofPairs((all) => sum(all.map(([s, t]) => right(s, t)))) },
      ],
    },
  ],
  publicCases: [
    [matrix([[2, -1, 0.5]]), matrix([[0.5, 1, -1]])],
    [
      matrix([
        [2, -1, 0.5, 1],
        [0.1, 1.2, -0.3, -2],
        [1.5, 0.25, -1.2, 0.75],
      ]),
      matrix([
        [-1, 0.5, 1.5, 2],
        [3, 0, -0.5, 0.25],
        [0.75, 2.5, 1, -1],
      ]),
    ],
  ],
  secretCases: (random) =>
    [
      [5, 3],
      [3, 4],
      [4, 5],
    ].map(([count = 0, width = 0]): readonly Argument[] => twoTables(random, count, width).map(matrix)),
  // A probability of 0 in float32, whose logarithm is -∞.
  extremeCases: [
    [matrix([[1000, 0, -1000]]), matrix([[0, 1, 2]])],
    [
      matrix([
        [0.5, 1, -2],
        [120, -120, 3],
      ]),
      matrix([
        [500, -500, 0],
        [1, 2, 0.5],
      ]),
    ],
  ],
};
