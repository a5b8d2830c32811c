import { cast, greaterEqual, mul, relu } from '@tensorflow/tfjs-core';
import type { Curve } from './pointwise';

/** `max(0, x)`. At the kink the slope is 1, as in PyTorch's `clamp_min`; that of tfjs's `relu` would be 0. */
export const hinge: Curve = {
  value: relu,
  gradient: (dy, x) => mul(dy, cast(greaterEqual(x, 0), 'float32')),
};
