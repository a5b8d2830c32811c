import type { Tensor } from '@tensorflow/tfjs-core';
import { add, clone, gather, range, reshape, stack, tensorScatterUpdate, zeros } from '@tensorflow/tfjs-core';

// One number of each row of a matrix `[N,C]`, whose column is in `indices`, `[N]` int32. A comparison of each column with
// the index would take a hundred times as long. Without gradients.

/** These numbers, `[N,1]`. */
export function pick(rows: Tensor, indices: Tensor): Tensor {
  if (rows.size === 0) {
    return zeros([indices.size, 1]); // `range` refuses a step of 0
  }
  const starts = range(0, rows.size, rows.shape[1], 'int32');
  return reshape(gather(reshape(rows, [rows.size]), add(starts, indices)), [indices.size, 1]);
}

/**
 * The matrix with `numbers`, `[N,1]`, in their places. Not for a matrix that was Booleans: the CPU backend leaves those in
 * bytes, also as float32, and writes the numbers into such.
 */
export function put(rows: Tensor, indices: Tensor, numbers: Tensor): Tensor {
  if (rows.size === 0) {
    return clone(rows); // of which WebGPU makes integers
  }
  const places = stack([range(0, indices.size, 1, 'int32'), indices], 1);
  return tensorScatterUpdate(rows, places, reshape(numbers, [indices.size]));
}
