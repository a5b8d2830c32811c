import type { Tensor } from '@tensorflow/tfjs-core';
import { add, fill, neg, sub } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { pick, put } from '../core/rowEntries';
import { rowTotals } from '../core/rowTotals';

/**
 * `margin + x_i - x_y`, by how much each class i lacks the distance that it should have below the right class y; -∞ for y
 * itself, which lacks nothing. `[N,C]`.
 *
 * The difference comes first: beside two scores of 1e38 a margin would be lost.
 *
 * @param x the scores, `[N,C]`
 * @param y the right class of each row, `[N]`
 */
export function lacks(x: Tensor, y: Tensor, margin: number): Tensor {
  return differentiable(
    [x, y],
    (x, y) => put(add(sub(x, pick(x, y)), margin), y, fill([y.size, 1], -Infinity)),
    (dy, _x, y) => [byScore(dy, y)],
  );
}

/** From the derivative by each lack, 0 for that of the right class, to the one by each score: x_y is in all lacks of its row. */
export function byScore(byLack: Tensor, y: Tensor): Tensor {
  return differentiable(
    [byLack, y],
    (byLack, y) => put(byLack, y, neg(rowTotals(byLack))),
    (dy, _byLack, y) => [sub(dy, pick(dy, y))],
  );
}
