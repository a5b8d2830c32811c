import type { Tensor } from '@tensorflow/tfjs-core';
import { pad, reshape, sum, zeros, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** As in `total`: rows this long lose no digit that matters. */
const ROW = 32;

/**
 * The sums along the last axis, `[..., D]` to `[..., 1]`, as precise as `total`: pieces of a long row are summed first,
 * then the pieces' sums.
 */
export function rowTotals(x: Tensor): Tensor {
  const outer = x.shape.slice(0, -1);
  const width = x.shape.at(-1) ?? 1;
  if (x.size === 0) {
    const nothing = () => zeros([...outer, 1]); // some backends return memory that nobody wrote
    return differentiable<[Tensor]>([x], nothing, (_, x) => [zerosLike(x)]);
  }
  if (width <= 2 * ROW) {
    return sum(x, -1, true);
  }
  const piece = pieceOf(width);
  const pieces = Math.ceil(width / piece);
  const rest = pieces * piece - width;
  const matrix = reshape(x, [-1, width]);
  const ends: [number, number][] = [
    [0, 0],
    [0, rest],
  ];
  const rows = rest === 0 ? matrix : pad(matrix, ends);
  return rowTotals(reshape(sum(reshape(rows, [-1, pieces, piece]), -1), [...outer, pieces]));
}

/** How long a piece of a row is: such that no padding is needed, which copies all, where there is such a length. */
function pieceOf(width: number): number {
  for (let length = 2 * ROW; length >= ROW; length--) {
    if (width % length === 0) return length;
  }
  return ROW;
}
