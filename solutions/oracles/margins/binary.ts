import type { Argument, Reference } from '../format';
import { map, matrix, mean, scalar, tensor, vector } from '../numbers';

/** A loss of one example, or its slope by the score, from the score and the label -1 or 1. */
export type Binary = (f: number, y: number) => number;

/** A scalar from all scores and labels. */
export type Whole = (f: readonly number[], y: readonly number[]) => number;

export const each = (loss: Binary, f: readonly number[], y: readonly number[]): number[] =>
  f.map((score, i) => loss(score, y[i] ?? NaN));

export const ofWhole =
  (whole: Whole): Reference =>
  (scores, labels) =>
    scalar(whole(tensor(scores).data, tensor(labels).data));

export const meanOf = (loss: Binary): Reference => ofWhole((f, y) => mean(each(loss, f, y)));

/** The gradient of the mean by each score. */
export const slopeOf = (slope: Binary): Reference => slopesOf((f, y, n) => slope(f, y) / n);

/** Elements of a gradient, from the score, the label and how many there are. */
export const slopesOf =
  (slope: (f: number, y: number, n: number) => number): Reference =>
  (scores, labels) => {
    const f = tensor(scores);
    const y = tensor(labels).data;
    return map(f, (score, i) => slope(score, y[i] ?? NaN, f.data.length));
  };

/** The label as 0 or 1. */
export const zeroOne = (y: number): number => (y + 1) / 2;

/** Scores and labels of every region, one of them where y·f is 1; and one example alone. */
export const publicPairs: readonly (readonly Argument[])[] = [
  [
    matrix([
      [0.5, -1, 3, -0.25],
      [-2.5, 1.75, -0.5, 0.125],
      [2.25, -3, 0.75, -1.25],
    ]),
    matrix([
      [1, -1, 1, -1],
      [1, -1, -1, 1],
      [1, -1, -1, 1],
    ]),
  ],
  [vector(-0.75), vector(-1)],
];
