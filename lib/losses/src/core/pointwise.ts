import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import type { Reduction } from './reduction';
import { reduce, share } from './reduction';

/** A loss of one number, and its derivative by hand. */
export interface Curve {
  value: (x: Tensor) => Tensor;
  /** `dy` times the derivative at `x`; `dy` is a scalar after a reduction. */
  gradient: (dy: Tensor, x: Tensor) => Tensor;
}

/** The curve of each element of `x`, reduced. */
export function pointwise(x: Tensor, curve: Curve, reduction: Reduction): Tensor {
  return differentiable(
    [x],
    (x) => reduce(curve.value(x), reduction),
    (dy, x) => [curve.gradient(share(dy, x.size, reduction), x)],
  );
}
