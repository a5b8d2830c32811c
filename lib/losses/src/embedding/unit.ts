import type { Tensor } from '@tensorflow/tfjs-core';
import { abs, add, div, max, maximum, minimum, mul, sqrt, square, sub, zeros } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { rowTotals } from '../core/rowTotals';

/** What PyTorch's cosine embedding loss adds to the square of a length is the square of this. */
const LENGTH = 1e-6;

/** Each vector of `[..., D]` divided by its length; the zero vector remains what it is. */
export function unit(x: Tensor): Tensor {
  return differentiable(
    [x],
    (x) => div(x, length(x)),
    (dy, x) => [byVector(dy, x)],
  );
}

/** From the derivative by `unit(x)` to the one by `x`. */
export function byVector(byUnit: Tensor, x: Tensor): Tensor {
  const u = unit(x);
  return div(sub(byUnit, mul(u, rowTotals(mul(u, byUnit)))), length(x));
}

/** The length `√(‖x‖² + 1e-12)` of each vector, `[..., 1]`. Divided by the largest number no square overflows or vanishes. */
export function length(x: Tensor): Tensor {
  return differentiable(
    [x],
    (x) => {
      if (x.size === 0) return zeros([...x.shape.slice(0, -1), 1]);
      const scale = minimum(maximum(max(abs(x), -1, true), LENGTH), 3.4e38);
      return mul(scale, sqrt(add(rowTotals(square(div(x, scale))), square(div(LENGTH, scale)))));
    },
    (dy, x) => [mul(dy, unit(x))],
  );
}
