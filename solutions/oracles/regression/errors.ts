import type { Argument, Mistake, Reference } from '../format';
import { errors, map, matrix, mean, number, scalar, tensor, vector } from '../numbers';

/** A scalar computed from the errors d = input - target, and from both tensors where a mistake needs them. */
export type Scalar = (d: number[], x: readonly number[], t: readonly number[], shape: readonly number[]) => number;

/** One element of a gradient with respect to the input: from its error, the number of errors, and where a mistake needs it more. */
export type Slope = (d: number, n: number, all: number[], x: number, rows: number) => number;

/** One element of a loss, or of its gradient, that depends on beta. */
export type Piece = (d: number, beta: number) => number;

export const ofErrors =
  (f: Scalar): Reference =>
  (input, target) => {
    const x = tensor(input);
    const t = tensor(target);
    return scalar(f(errors(x, t), x.data, t.data, x.shape));
  };

export const perError =
  (f: Slope): Reference =>
  (input, target) => {
    const x = tensor(input);
    const d = errors(x, tensor(target));
    return map(x, (xi, i) => f(d[i] ?? NaN, d.length, d, xi, x.shape[0] ?? 1));
  };

/** The mean of a piecewise loss. */
export const meanOf =
  (f: Piece): Reference =>
  (input, target, beta) =>
    scalar(mean(errors(tensor(input), tensor(target)).map((d) => f(d, number(beta)))));

/** The gradient of that mean: the piece's slope over N. */
export const slopeOf =
  (f: Piece): Reference =>
  (input, target, beta) => {
    const x = tensor(input);
    const d = errors(x, tensor(target));
    return map(x, (_x, i) => f(d[i] ?? NaN, number(beta)) / d.length);
  };

/** Mistakes as a table: id, family, formula. */
export const mistakes = <F>(of: (f: F) => Reference, rows: readonly (readonly [string, string, F])[]): Mistake[] =>
  rows.map(([id, family, formula]) => ({ id, family, of: of(formula) }));

export const abs = (d: readonly number[]): number[] => d.map(Math.abs);
export const squares = (d: readonly number[]): number[] => d.map((e) => e * e);
export const rows = (shape: readonly number[]): number => shape[0] ?? 1;
export const columns = (shape: readonly number[]): number => shape[shape.length - 1] ?? 1;

/** Errors of both signs, small and large, one exactly 0, in three shapes: what `check()` tries. */
export const publicPairs: readonly (readonly Argument[])[] = [
  [vector(2.5, 0, 2, 7.5, -1), vector(3, -0.5, 2, 4, 1.25)],
  [
    matrix([
      [2.5, 0, 2, 0.25],
      [10, -1, 1.5, 3],
      [-2, 6, 0.5, -4],
    ]),
    matrix([
      [3, -0.5, 2, 2],
      [7, 1, 5, 2.75],
      [-2, 3.5, 1.25, 1],
    ]),
  ],
  [vector(-3), vector(1.5)],
];
