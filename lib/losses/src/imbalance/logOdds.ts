import type { Tensor } from '@tensorflow/tfjs-core';
import { div, exp, expandDims, log, max, maximum, mul, reshape, sub, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { oneHot } from '../core/oneHot';
import { rowTotals } from '../core/rowTotals';

/** float32's smallest normal number, in place of a 0 that would be divided by. */
const SMALLEST = 1.2e-38;

/**
 * How much the right class is ahead of all others together: `m = log(p / (1 - p))`, where p is the softmax's probability
 * of the right class; `[N, C]` and `[N]` to `[N]`.
 *
 * Each of p, 1 - p and their logarithms is a sigmoid or a softplus of m without cancellation, so a loss of p alone is a
 * curve of m, and right for p as near to 0 or to 1 as float32 goes.
 */
export function logOdds(logits: Tensor, classes: Tensor): Tensor {
  return differentiable(
    [logits, classes],
    (z, y) => {
      const right = oneHot(y, z.shape[1] ?? 0, 'bool');
      const shifted = sub(z, max(z, 1, true));
      const others = where(right, zerosLike(z), exp(shifted));
      const mine = rowTotals(where(right, shifted, zerosLike(z))); // a product would make 0 · -∞ of masked logits
      return reshape(sub(mine, log(rowTotals(others))), y.shape);
    },
    (dy, z, y) => [mul(expandDims(dy, 1), sub(oneHot(y, z.shape[1] ?? 0), among(z, y)))],
  );
}

/** The softmax among the classes that are not the right one, which has 0: the slope of the others' `logsumexp`. */
function among(logits: Tensor, classes: Tensor): Tensor {
  return differentiable(
    [logits, classes],
    (z, y) => {
      const others = where(oneHot(y, z.shape[1] ?? 0, 'bool'), zerosLike(z), exp(sub(z, max(z, 1, true))));
      return div(others, maximum(rowTotals(others), SMALLEST));
    },
    (dy, z, y) => {
      const q = among(z, y);
      return [mul(q, sub(dy, rowTotals(mul(dy, q))))];
    },
  );
}
