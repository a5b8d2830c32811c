import type { Tensor } from '@tensorflow/tfjs-core';
import { cast, greater, lessEqual, mul, sub, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { positivePart } from '../core/hinge';
import { step } from '../core/step';

/** `max(0, z)`, and 0 for NaN: PyTorch's kernels ask for each number whether it is above 0. */
export function excess(z: Tensor): Tensor {
  return differentiable(
    [z],
    (z) => where(greater(z, 0), z, zerosLike(z)),
    (dy, z) => [mul(dy, above(z))],
  );
}

/** The slope of `excess`. */
export const above = step((z) => cast(greater(z, 0), 'float32'));

/** `max(0, z)`; NaN stays NaN: PyTorch's `relu`. Without a gradient. */
export const ramp = positivePart;

/** The slope of `ramp`, 0 at the kink and 1 for NaN. */
export const notFlat = step((z) => sub(1, cast(lessEqual(z, 0), 'float32')));
