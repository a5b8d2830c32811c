import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { concat1d, reshape, scalar, slice1d, sum } from '@tensorflow/tfjs-core';

/** Rows this long lose no digit that matters, and are long enough to be quick. */
const ROW = 32;

/**
 * The sum of all elements.
 *
 * The WASM backend adds into one float32, by which the mean of a million equal numbers is wrong in its second digit.
 * So rows are summed first, then the rows' sums, until few are left.
 */
export function total(x: Tensor): Tensor {
  if (x.size === 0) {
    return scalar(0); // some backends return memory that nobody wrote
  }
  const rows = Math.floor(x.size / ROW);
  if (rows < 2) {
    return sum(x);
  }
  const rest = x.size - rows * ROW;
  const flat: Tensor1D = reshape(x, [x.size]);
  const head = rest === 0 ? flat : slice1d(flat, 0, rows * ROW);
  const sums = sum<Tensor1D>(reshape(head, [rows, ROW]), 1);
  return total(rest === 0 ? sums : concat1d([sums, slice1d(flat, rows * ROW, rest)]));
}
