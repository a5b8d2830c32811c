import { argmax, at, softmax } from '../classification/rows';
import { fromRows, losses, mistakes, samples } from '../classification/samples';
import type { Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, vector } from '../numbers';
import {
  crammerSinger,
  lacks,
  oneVsRest,
  positive,
  signs,
  westonWatkins as right,
  type ClassHinge,
} from './classHinges';
import { classScores } from './draw';

const meanOf =
  (f: ClassHinge): Reference =>
  (scores, classes, margin) =>
    scalar(mean(losses(samples(scores, classes), (row, y) => f(row, y, number(margin)))));

/** A row of the gradient, from the row's scores, its class, the margin and the number of samples. */
type Slopes = (row: readonly number[], y: number, margin: number, n: number) => readonly number[];

const gradientOf =
  (f: Slopes): Reference =>
  (scores, classes, margin) => {
    const { rows, y } = samples(scores, classes);
    return fromRows(rows.map((row, i) => f(row, y[i] ?? NaN, number(margin), rows.length)));
  };

/** A slope for each class: `push` of what a class lacks, and at the true class `pull` of all the pushes. */
const pushes =
  (push: (lack: number) => number, pull: (total: number) => number): Slopes =>
  (row, y, margin, n) => {
    const all = row.map((s, j) => (j === y ? 0 : push(s - at(row, y) + margin)));
    return all.map((one, j) => (j === y ? pull(sum(all)) : one) / n);
  };

const violates = (lack: number): number => (lack > 0 ? 1 : 0);
const slopes = pushes(violates, (total) => -total);

const worstOnly: Slopes = (row, y, margin, n) => {
  const others = row.map((s, j) => (j === y ? -Infinity : s));
  const worst = argmax(others);
  const violated = violates(at(row, worst) - at(row, y) + margin);
  return row.map((_s, j) => (j === worst ? violated : j === y ? -violated : 0) / n);
};

/** What one-hot rows of classes counted from 1 give: class 0 is nobody's, so that no score is taken away and none left out. */
const fromOne: ClassHinge = (row, y, margin) =>
  y === 0 ? sum(row.map((s) => positive(s + margin))) : right(row, y - 1, margin);

const slopesFromOne: Slopes = (row, y, margin, n) =>
  y === 0 ? row.map((s) => violates(s + margin) / n) : slopes(row, y - 1, margin, n);

/** mean over samples of Σ max(0, s_j - s_y + margin) over the other classes. */
export const westonWatkins: Item = {
  id: 'westonWatkins',
  title: { pt: 'A hinge de Weston e Watkins e seu gradiente', es: 'La hinge de Weston y Watkins y su gradiente' },
  points: { value: 3, gradient: 4, shape: 1, leak: 1 },
  functions: [
    {
      name: 'westonWatkins',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<ClassHinge>(meanOf, [
          ['ww-1', 'INCLUDE', (row, y, margin) => right(row, y, margin) + margin],
          ['ww-2', 'SIGN', (row, y, m) => sum(lacks(row, y, m).map((lack) => positive(2 * m - lack)))],
          ['ww-3', 'MARGIN', (row, y) => right(row, y, 0)],
          ['ww-4', 'OTHER', crammerSinger],
          ['ww-5', 'DIV', (row, y, margin) => right(row, y, margin) / row.length],
          ['ww-6', 'DIV', (row, y, margin) => right(row, y, margin) / (row.length - 1)],
          ['ww-8', 'SQ', (row, y, margin) => sum(lacks(row, y, margin).map((lack) => positive(lack) ** 2))],
          ['ww-9', 'SQ', (row, y, margin) => right(row, y, margin) ** 2],
          ['ww-10', 'MAX0', (row, y, margin) => sum(lacks(row, y, margin))],
          ['ww-11', 'PROB', (row, y, margin) => right(softmax(row), y, margin)],
          ['ww-12', 'OTHER', (row, y) => sum(oneVsRest(row, signs(row, y)))],
          ['ww-13', 'ARGMAX', (row, _y, margin) => right(row, argmax(row), margin)],
          ['ww-14', 'OFFBY1', fromOne],
          ['ww-15', 'MARGIN', (row, y, margin) => right(row, y, -margin)],
          ['ww-16', 'DEFAULT', (row, y) => right(row, y, 1)],
          ['ww-18', 'MARGIN', (row, y, margin) => right(row, y, 0) + margin * (row.length - 1)],
          ['ww-19', 'INCLUDE', (row, y, margin) => right(row, y, margin) + margin - 1],
          ['ww-17', 'PART', (row, y, margin) => right(row.slice(0, Math.max(y + 1, row.length - 1)), y, margin)],
        ]),
        {
          id: 'ww-7',
          family: 'SUM',
          of: (scores, classes, margin) =>
            scalar(sum(losses(samples(scores, classes), (row, y) => right(row, y, number(margin))))),
        },
      ],
    },
    {
      name: 'westonWatkinsGrad',
      line: 'gradient',
      reference: gradientOf(slopes),
      mistakes: mistakes<Slopes>(gradientOf, [
        ['ww-g1', 'COUNT', pushes(violates, (total) => -violates(total))],
        ['ww-g2', 'COUNT', pushes(violates, () => 0)],
        ['ww-g3', 'GRADN', (row, y, margin, n) => slopes(row, y, margin, n).map((slope) => slope * n)],
        ['ww-g4', 'INCLUDE', pushes(violates, () => 1)],
        ['ww-g5', 'OTHER', worstOnly],
        ['ww-g6', 'GRADSIGN', (row, y, margin, n) => slopes(row, y, margin, n).map((slope) => -slope)],
        ['ww-g7', 'CHAIN', pushes(positive, (total) => -total)],
        ['ww-g8', 'DEFAULT', (row, y, _margin, n) => slopes(row, y, 1, n)],
        ['ww-g10', 'OFFBY1', slopesFromOne],
        ['ww-g11', 'COUNT', pushes(violates, () => -1)],
        ['ww-g12', 'INCLUDE', pushes(violates, (total) => -total - 1)],
      ]),
    },
  ],
  // In the second case a class sits exactly at the margin.
  publicCases: [
    [
      matrix([
        [3, 1.2, -0.5, 1.5],
        [0.3, 0.1, 0.9, -1],
        [-0.7, 2, 0.6, 0.9],
      ]),
      vector(0, 1, 3),
      1.25,
    ],
    [
      matrix([
        [0.5, 1, -2],
        [1.5, 2.25, 2],
        [-1, 0.25, 3],
        [0.75, -0.5, 1],
        [2, 1.25, 0.5],
      ]),
      vector(1, 0, 2, 1, 0),
      0.5,
    ],
    [matrix([[0.5, -1, 2, 0.25, 1]]), vector(4), 2],
  ],
  secretCases: classScores,
  extremeCases: [],
};
