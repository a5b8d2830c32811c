import type { Tensor } from '@tensorflow/tfjs-core';
import { fill, neg, sub } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { pick, put } from './rowEntries';
import { rowTotals } from './rowTotals';

/**
 * `x_i - x_y`, by how much each score of a row, `[N,C]`, is ahead of the right one; -∞ for the right one itself.
 *
 * @param y the column of each row's right score, `[N]`
 */
export function ahead(x: Tensor, y: Tensor): Tensor {
  return differentiable(
    [x, y],
    (x, y) => put(sub(x, pick(x, y)), y, fill([y.size, 1], -Infinity)),
    (dy, _x, y) => [byScore(dy, y)],
  );
}

/** From the derivative by `x_i - x_y`, 0 for y itself, to the one by each score: x_y is in all differences of its row. */
export function byScore(byDifference: Tensor, y: Tensor): Tensor {
  return differentiable(
    [byDifference, y],
    (byDifference, y) => put(byDifference, y, neg(rowTotals(byDifference))),
    (dy, _byDifference, y) => [sub(dy, pick(dy, y))],
  );
}
