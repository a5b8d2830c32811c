import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  div,
  expandDims,
  fill,
  gather,
  mul,
  notEqual,
  range,
  reshape,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import type { Reduction } from '../core/reduction';
import { total } from '../core/total';

/** A loss of rows of scores and the index of each row's class. */
export interface RowLoss {
  /** The loss of each row, `[N]`, from the scores `[N,C]`, the classes `[N]` and the weights `[C]`. */
  value: (rows: Tensor, classes: Tensor, weight: Tensor) => Tensor;
  /** `dy`, `[N,1]`, times the derivative by the scores, `[N,C]`. */
  gradient: (dy: Tensor, rows: Tensor, classes: Tensor, weight: Tensor) => Tensor;
}

/**
 * A loss of class indices, reduced. Its mean divides by the weights of the classes that are there, and rows whose class
 * is `ignoreIndex` neither add to it nor have a gradient: a mean of ignored rows alone is NaN, its gradient 0.
 *
 * @param weight one for each class, `[C]`, a `constant`
 */
export function indexed(
  rows: Tensor,
  classes: Tensor,
  weight: Tensor,
  { value, gradient }: RowLoss,
  ignoreIndex: number,
  reduction: Reduction,
): Tensor {
  /** Which rows count, their classes (0 for the others) and what the sum is divided by. */
  const prepare = (classes: Tensor, weight: Tensor) => {
    const counts = notEqual(classes, ignoreIndex);
    const known = where(counts, classes, zerosLike(classes));
    const divisor = () => total(where(counts, gather(weight, known), fill(classes.shape, 0)));
    return { counts, known, divisor };
  };
  return differentiable(
    [rows, weight, classes],
    (rows, weight, classes) => {
      const { counts, known, divisor } = prepare(classes, weight);
      const losses = where(counts, value(rows, known, weight), fill(classes.shape, 0));
      if (reduction === 'none') return losses;
      return reduction === 'sum' ? total(losses) : div(total(losses), divisor());
    },
    (dy, rows, weight, classes) => {
      const { counts, known, divisor } = prepare(classes, weight);
      const share = reduction === 'mean' ? div(dy, divisor()) : dy;
      const shares = where(counts, mul(share, fill(classes.shape, 1)), fill(classes.shape, 0));
      return [gradient(expandDims(shares, 1), rows, known, weight), zerosLike(weight)]; // never used: it is constant
    },
  );
}

/** Of each row the score of its class, `[N]`. */
export function pick(rows: Tensor, classes: Tensor): Tensor {
  const starts = range(0, rows.size, rows.shape[1], 'int32');
  return reshape(gather(reshape(rows, [rows.size]), add(starts, classes)), classes.shape);
}
