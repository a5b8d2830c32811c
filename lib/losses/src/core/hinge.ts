import type { Tensor } from '@tensorflow/tfjs-core';
import { cast, greaterEqual, less, mul, where, zerosLike } from '@tensorflow/tfjs-core';
import type { Curve } from './pointwise';

/** `max(0, x)`. At the kink the slope is 1, as in PyTorch's `clamp_min`; that of tfjs's `relu` would be 0. */
export const hinge: Curve = {
  value: positivePart,
  gradient: (dy, x) => mul(dy, cast(greaterEqual(x, 0), 'float32')),
};

/** NaN stays NaN, which the WASM backend's `relu` makes 0 if it came from infinity minus infinity. Without a gradient. */
export function positivePart(x: Tensor): Tensor {
  return where(less(x, 0), zerosLike(x), x);
}
