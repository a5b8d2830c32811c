import type { Tensor } from '@tensorflow/tfjs-core';
import { add, log, max, mul, softmax, sub } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { rowTotals } from './rowTotals';

/**
 * The logarithm of each row's softmax, `[N,C]`.
 *
 * Not tfjs's `logSoftmax`: on WASM that sums a row into one float32, and takes longer than the fused `softmax`.
 */
export function logSoftmax(x: Tensor): Tensor {
  return differentiable(
    [x],
    (x) => add(sub(x, max(x, 1, true)), logLargest(x)),
    (dy, x) => [sub(dy, mul(softmax(x), rowTotals(dy)))],
  );
}

/** The logarithm of each row's largest probability, `[N,1]`: minus the log of Σ exp(x - max x), which needs no sum. */
export function logLargest(x: Tensor): Tensor {
  return log(max(softmax(x), 1, true));
}
