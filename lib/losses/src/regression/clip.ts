import type { Tensor } from '@tensorflow/tfjs-core';
import { abs, cast, clipByValue, isNaN, less, mul, where } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';

/**
 * `d` held within `[-limit, limit]`: the slope of a curve that is a parabola between two lines.
 *
 * NaN stays NaN, of which the WASM backend's `clipByValue` alone makes a limit (`minimum` and `maximum` would not, but
 * take three times as long there). The gradient by hand is for second derivatives: PyTorch's are 0 at the limit itself.
 */
export function clip(d: Tensor, limit: number): Tensor {
  return differentiable(
    [d],
    (d) => where(isNaN(d), d, clipByValue(d, -limit, limit)),
    (dy, d) => [mul(dy, cast(less(abs(d), limit), 'float32'))],
  );
}
