import type { Tensor } from '@tensorflow/tfjs-core';
import {
  abs,
  cast,
  div,
  equal,
  greater,
  less,
  logicalAnd,
  max,
  maximum,
  mul,
  onesLike,
  pow,
  sqrt,
  square,
  where,
  zeros,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { rowTotals } from '../core/rowTotals';
import { sign } from '../core/sign';

/**
 * The p-norm of each vector, `(Σ|x|^p)^(1/p)` for `p` from 1 to infinity: `[..., D]` to `[..., 1]`.
 *
 * Each vector is first divided by its largest number, so that no power of it overflows or vanishes.
 */
export function norm(x: Tensor, p: number): Tensor {
  return differentiable(
    [x],
    (x) => (x.size === 0 ? zeros([...x.shape.slice(0, -1), 1]) : scaledNorm(x, p)),
    (dy, x) => [mul(dy, slope(x, p))],
  );
}

function scaledNorm(x: Tensor, p: number): Tensor {
  const sizes = abs(x);
  const largest = max(sizes, -1, true);
  if (p === Infinity) {
    return largest;
  }
  const usable = logicalAnd(greater(largest, 0), less(largest, Infinity));
  const scale = where(usable, largest, onesLike(largest));
  const scaled = div(sizes, scale);
  switch (p) {
    case 1:
      return mul(scale, rowTotals(scaled));
    case 2:
      return mul(scale, sqrt(rowTotals(square(scaled))));
    default:
      return mul(scale, pow(rowTotals(pow(scaled, p)), 1 / p));
  }
}

/** The gradient of the norm: 0 for the zero vector, the middle of all that touch it; equal largest numbers share it. */
export function slope(x: Tensor, p: number, length = norm(x, p)): Tensor {
  if (p === 1) {
    return sign(x);
  }
  if (p === Infinity) {
    const largest = cast(equal(abs(x), length), 'float32');
    return div(mul(sign(x), largest), maximum(rowTotals(largest), 1));
  }
  const divisor = notZero(length);
  return p === 2 ? div(x, divisor) : mul(sign(x), pow(div(abs(x), divisor), p - 1));
}

/** The length to divide by, 1 for 0. */
function notZero(length: Tensor): Tensor {
  return differentiable(
    [length],
    (length) => where(equal(length, 0), onesLike(length), length),
    (dy) => [dy],
  );
}
