import { argmax, at, softmax } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { mean, number, sum, tensor, vector } from '../numbers';
import { crammerSinger, lacks, oneVsRest, positive, signs, westonWatkins } from './classHinges';
import { standingRow } from './draw';

const rivals = (s: readonly number[], y: number): number[] => s.filter((_x, j) => j !== y);

/** The row with every rival below 0, where one that was multiplied by 0 is the largest, and one far below. */
function lowered(row: readonly number[], y: number): number[] {
  const [most, least] = [Math.max(...rivals(row, y)), Math.min(...rivals(row, y))];
  return row.map((s) => Math.fround(s - most - (s === least ? 4 : 0.25)));
}

/** The three numbers of one sample: one against the rest, Weston and Watkins, Crammer and Singer. */
type Three = (s: readonly number[], y: number) => readonly [number, number, number];

const ofSample =
  (f: Three): Reference =>
  (scores, trueClass) => ({ shape: [3], data: f(tensor(scores).data, number(trueClass)) });

const right: Three = (s, y) => [mean(oneVsRest(s, signs(s, y))), westonWatkins(s, y, 1), crammerSinger(s, y, 1)];

const zeroOne = (s: readonly number[], y: number): number[] => s.map((_x, j) => (j === y ? 1 : 0));

const products = (s: readonly number[], y: number): number[] => s.map((x, j) => (j === y ? x : -x));

/** Each rival's hinge with its difference turned: s_y - s_j + 1. */
const turned = (s: readonly number[], y: number): number[] => lacks(s, y, 1).map((lack) => positive(2 - lack));

/** The second largest of all scores, whosever it is. */
const second = (s: readonly number[]): number =>
  at(
    [...s].sort((a, b) => b - a),
    1,
  );

/** What a one-hot row of a class counted from 1 gives: class 0 is nobody's, so that no score is taken away and none left out. */
const fromOne: Three = (s, y) => {
  if (y > 0) return right(s, y - 1);
  const hinges = s.map((x) => positive(x + 1));
  return [mean(hinges), sum(hinges), Math.max(...hinges)];
};

/** The vector of the course's source under three conventions that tell the true class from the others. */
export const conventions: Item = {
  id: 'conventions',
  title: { pt: 'Três convenções para um mesmo vetor', es: 'Tres convenciones para un mismo vector' },
  points: { value: 3, shape: 1 },
  functions: [
    {
      name: 'conventions',
      line: 'value',
      reference: ofSample(right),
      mistakes: mistakes<Three>(ofSample, [
        ['con-1', 'LABEL', (s, y) => [mean(oneVsRest(s, zeroOne(s, y))), right(s, y)[1], right(s, y)[2]]],
        ['con-2', 'SUM', (s, y) => [sum(oneVsRest(s, signs(s, y))), right(s, y)[1], right(s, y)[2]]],
        ['con-3', 'DIV', (s, y) => [right(s, y)[0], right(s, y)[1] / s.length, right(s, y)[2]]],
        ['con-4', 'INCLUDE', (s, y) => [right(s, y)[0], right(s, y)[1] + 1, right(s, y)[2]]],
        ['con-5', 'INCLUDE', (s, y) => [right(s, y)[0], right(s, y)[1], Math.max(1, right(s, y)[2])]],
        ['con-6', 'INCLUDE', (s, y) => [right(s, y)[0], right(s, y)[1] + 1, Math.max(1, right(s, y)[2])]],
        ['con-7', 'ORDER', (s, y) => [right(s, y)[0], right(s, y)[2], right(s, y)[1]]],
        ['con-8', 'MARGIN', (s, y) => [right(s, y)[0], westonWatkins(s, y, 0), crammerSinger(s, y, 0)]],
        ['con-9', 'MAX0', (s, y) => [right(s, y)[0], sum(lacks(s, y, 1)), Math.max(...lacks(s, y, 1))]],
        ['con-10', 'MAX0', (s, y) => [right(s, y)[0], right(s, y)[1], Math.max(...lacks(s, y, 1))]],
        ['con-11', 'SIGN', (s, y) => [right(s, y)[0], sum(turned(s, y)), Math.max(...turned(s, y))]],
        ['con-12', 'PROB', (s, y) => right(softmax(s), y)],
        ['con-13', 'ARGMAX', (s) => right(s, argmax(s))],
        ['con-15', 'MAX0', (s, y) => [right(s, y)[0], sum(lacks(s, y, 1)), right(s, y)[2]]],
        ['con-16', 'MAX0', (s, y) => [1 - mean(products(s, y)), right(s, y)[1], right(s, y)[2]]],
        ['con-17', 'MARGIN', (s, y) => [mean(products(s, y).map((z) => positive(-z))), right(s, y)[1], right(s, y)[2]]],
        [
          'con-18',
          'LABEL',
          (s, y) => [mean(products(s, y).map((z) => positive(1 + z))), right(s, y)[1], right(s, y)[2]],
        ],
        ['con-19', 'OFFBY1', fromOne],
        // The rivals' sum with the own class taken off as 1, not left out.
        ['con-26', 'OFFBY1', (s, y) => [fromOne(s, y)[0], fromOne(s, y)[1] - (y > 0 ? 0 : 1), fromOne(s, y)[2]]],
        ['con-20', 'SIGN', (s, y) => [right(s, y)[0], sum(turned(s, y)), positive(2 - Math.max(...lacks(s, y, 1)))]],
        [
          'con-21',
          'INCLUDE',
          (s, y) => [right(s, y)[0], right(s, y)[1], positive(Math.max(0, ...rivals(s, y)) - at(s, y) + 1)],
        ],
        ['con-22', 'MAX0', (s, y) => [right(s, y)[0], positive(sum(lacks(s, y, 1))), right(s, y)[2]]],
        ['con-23', 'INCLUDE', (s, y) => [right(s, y)[0], (right(s, y)[1] + 1) / s.length, right(s, y)[2]]],
        ['con-24', 'OTHER', (s, y) => [right(s, y)[0], right(s, y)[2], right(s, y)[2]]],
        ['con-25', 'INCLUDE', (s, y) => [right(s, y)[0], right(s, y)[1], positive(second(s) - at(s, y) + 1)]],
        ['con-14', 'DIV', (s, y) => [right(s, y)[0], right(s, y)[1] / (s.length - 1), right(s, y)[2]]],
      ]),
    },
  ],
  publicCases: [
    [vector(0.85, 0.12, 0.08, 0.01, 0, 0, 0.23, 0, 0.4, 0.2), 0],
    [vector(-0.5, 2.25, 1.75, -1.5), 2],
    [vector(0.5, -1, -2.5, 3, 0.25), 3],
    [vector(0.25, -1, -2.5, -0.75, -1.5, -0.5), 0],
  ],
  secretCases: (random) =>
    [[5, 'clear'] as const, [7, 'last'] as const, [6, 'near'] as const].map(
      ([width, standing]): readonly Argument[] => {
        const y = 1 + Math.floor(random() * (width - 1));
        const row = standingRow(random, [width, y, 1], standing);
        return [{ shape: [width], data: standing === 'near' ? lowered(row, y) : row }, y];
      },
    ),
  extremeCases: [],
};
