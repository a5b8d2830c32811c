import { dot } from '../classification/rows';
import { mistakes, rowsOf } from '../classification/samples';
import type { Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { directedPairs } from './draw';
import { cosine as cosineOf, distance, norm, type Vector } from './vectors';

/** A number of one pair, from its cosine, its label and the margin. */
type OfCosine = (cosine: number, y: number, margin: number) => number;

const right: OfCosine = (c, y, m) => (y === 1 ? 1 - c : Math.max(0, c - m));

/** A number of one pair of vectors in the place of their cosine. */
type Similarity = (a: Vector, b: Vector) => number;

const losses = (args: Parameters<Reference>, similarity: Similarity, loss: OfCosine): number[] => {
  const [first, second, labels, margin] = args;
  const [b, y] = [rowsOf(tensor(second)), tensor(labels).data];
  return rowsOf(tensor(first)).map((a, i) => loss(similarity(a, b[i] ?? []), y[i] ?? NaN, number(margin)));
};

const meanOf =
  (loss: OfCosine): Reference =>
  (...args) =>
    scalar(mean(losses(args, cosineOf, loss)));

const meanBy =
  (similarity: Similarity): Reference =>
  (...args) =>
    scalar(mean(losses(args, similarity, right)));

/** The vector less the mean of its coordinates. */
const centred = (a: Vector): number[] => a.map((x) => x - mean(a));

/** mean of 1 - cos for pairs alike and max(0, cos - margin) for the others. */
export const cosine: Item = {
  id: 'cosine',
  title: { pt: 'A perda de cosseno', es: 'La pérdida de coseno' },
  points: { value: 5, shape: 1, leak: 1 },
  functions: [
    {
      name: 'cosine',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Similarity>(meanBy, [
          ['cos-1', 'NORM', dot],
          ['cos-2', 'NORM', (a, b) => dot(a, b) / norm(a)],
          ['cos-2b', 'NORM', (a, b) => dot(a, b) / norm(b)],
          ['cos-3', 'SQRT', (a, b) => dot(a, b) / (norm(a) * norm(b)) ** 2],
          ['cos-11', 'ABS', (a, b) => Math.abs(cosineOf(a, b))],
          ['cos-16', 'NORM', (a, b) => dot(a, b) / (norm(a) + norm(b))],
          ['cos-17', 'NORM', (a, b) => cosineOf(a, b) / a.length],
          ['cos-18', 'OTHER', (a, b) => 1 - distance(a, b)],
          ['cos-29', 'NORM', (a, b) => cosineOf(centred(a), centred(b))],
        ]),
        ...mistakes<OfCosine>(meanOf, [
          ['cos-4', 'SIGN', (c, y, m) => (y === 1 ? 1 + c : right(c, y, m))],
          ['cos-5', 'SIGN', (c, y, m) => (y === 1 ? 1 - c : Math.max(0, m - c))],
          ['cos-6', 'MAX0', (c, y, m) => (y === 1 ? 1 - c : c - m)],
          ['cos-7', 'MARGIN', (c, y) => right(c, y, 0)],
          ['cos-8', 'LIKE', (c) => 1 - c],
          ['cos-9', 'LIKE', (c, y) => (y === 1 ? 1 - c : 0)],
          ['cos-10', 'LIKE', (c, y, m) => right(c, -y, m)],
          ['cos-12', 'OTHER', (c, y, m) => (y === 1 ? Math.acos(c) : right(c, y, m))],
          ['cos-13', 'OTHER', (c, y, m) => (y === 1 ? 1 - c * c : right(c, y, m))],
          ['cos-15', 'OTHER', (c, y) => y * c],
          ['cos-19', 'LIKE', (c, _y, m) => Math.max(0, c - m)],
          ['cos-20', 'LIKE', (c, y) => 1 - y * c],
          ['cos-21', 'LIKE', (c, y, m) => Math.max(0, m - y * c)],
          ['cos-22', 'MARGIN', (c, y, m) => (y === 1 ? 1 - c : Math.max(0, m - (1 - c)))],
          ['cos-23', 'MARGIN', (c, y, m) => right(c, y, -m)],
          ['cos-24', 'MARGIN', (c, y, m) => (y === 1 ? Math.max(0, 1 - c - m) : right(c, y, m))],
          ['cos-25', 'DEFAULT', (c, y) => right(c, y, 0.5)],
          ['cos-26', 'MAX0', (c, y, m) => (y === 1 ? 1 - c : Math.abs(c - m))],
          ['cos-31', 'LIKE', (c, y, m) => y * (1 - c) + (1 - y) * Math.max(0, c - m)],
          ['cos-27', 'MARGIN', (c, y, m) => (y === 1 ? 1 - c : Math.max(c, m))],
        ]),
        { id: 'cos-14', family: 'SUM', of: (...args) => scalar(sum(losses(args, cosineOf, right))) },
        {
          id: 'cos-28',
          family: 'NORM',
          of: (...args) => {
            const lengths = norm(tensor(args[0]).data) * norm(tensor(args[1]).data);
            return scalar(mean(losses(args, (a, b) => dot(a, b) / lengths, right)));
          },
        },
        {
          id: 'cos-30',
          family: 'DIV',
          of: (...args) => {
            const [all, y] = [losses(args, cosineOf, right), tensor(args[2]).data];
            const meanOfKind = (kind: number): number => mean(all.filter((_loss, i) => y[i] === kind));
            return scalar(meanOfKind(1) + meanOfKind(-1));
          },
        },
      ],
    },
  ],
  publicCases: [
    [
      matrix([
        [1, 0, 2],
        [0.5, -1, 0],
        [1, 1, 1],
        [-1, 2, 0.3],
        [2, 0, 1],
      ]),
      matrix([
        [2, 1, 1],
        [-0.5, 0.2, 1],
        [1, 0.8, 0.9],
        [1, 0.5, -2],
        [0.25, 1, 0],
      ]),
      vector(1, 1, -1, -1, -1),
      0.2,
    ],
    [
      matrix([
        [3, 4],
        [1, 0],
        [-2, 1],
      ]),
      matrix([
        [4, 3],
        [-1, 2],
        [-1, 3],
      ]),
      vector(1, 1, -1),
      0.4,
    ],
  ],
  secretCases: directedPairs,
  extremeCases: [],
};
