import type { Tensor } from '@tensorflow/tfjs-core';
import { abs, cast, less, maximum, minimum, mul } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';

/**
 * `d` held within `[-limit, limit]`: the slope of a curve that is a parabola between two lines.
 *
 * Not `clipByValue`, and `d` comes first: otherwise the WASM backend turns NaN into a limit. The gradient by hand is
 * there for second derivatives, which in PyTorch are 0 at the limit itself.
 */
export function clip(d: Tensor, limit: number): Tensor {
  return differentiable(
    [d],
    (d) => maximum(minimum(d, limit), -limit),
    (dy, d) => [mul(dy, cast(less(abs(d), limit), 'float32'))],
  );
}
