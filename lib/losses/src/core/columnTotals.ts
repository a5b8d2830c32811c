import type { Tensor } from '@tensorflow/tfjs-core';
import { reshape, transpose, zeros } from '@tensorflow/tfjs-core';
import { rowTotals } from './rowTotals';

/** The sums over all rows, `[..., C]` to `[C]`, as precise as `rowTotals`. Without a gradient for no rows. */
export function columnTotals(x: Tensor): Tensor {
  const count = x.shape.at(-1) ?? 1;
  // WASM's transpose divides by 0 where there is nothing, and some backends return memory that nobody wrote.
  return x.size === 0 ? zeros([count]) : reshape(rowTotals(transpose(reshape(x, [x.size / count, count]))), [count]);
}
