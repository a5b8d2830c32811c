import type { Tensor } from '@tensorflow/tfjs-core';
import { div, mul, pad, sub } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { rowTotals } from '../core/rowTotals';
import { norm } from './norm';

/** What PyTorch's cosine embedding loss adds to the square of a length is the square of this. */
const LENGTH = 1e-6;

/** Each vector of `[..., D]` divided by its length `√(‖x‖² + 1e-12)`; the zero vector remains what it is. */
export function unit(x: Tensor): Tensor {
  return differentiable(
    [x],
    (x) => div(x, length(x)),
    (dy, x) => {
      const u = unit(x);
      return [div(sub(dy, mul(u, rowTotals(mul(u, dy)))), length(x))];
    },
  );
}

/** As if each vector had one coordinate more. */
function length(x: Tensor): Tensor {
  const ends = x.shape.map((_, axis): [number, number] => [0, axis === x.rank - 1 ? 1 : 0]);
  return norm(pad(x, ends, LENGTH), 2);
}
