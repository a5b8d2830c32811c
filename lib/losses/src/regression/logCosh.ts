import type { Tensor } from '@tensorflow/tfjs-core';
import { abs, add, atanh, less, mul, sigmoid, softplus, square, sub, tanh, where } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { errorLoss } from './errorLoss';

export type LogCoshLossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * Log-cosh loss: like the Huber loss quadratic for small errors and linear for large ones, but smooth all the way.
 *
 * With the error `d = input - target`,
 *
 *     loss = log(cosh(d)), near d² / 2 for small d and |d| - log 2 for large
 *
 * The gradient is tanh(d), so an outlier never pulls harder than 1.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * logCoshLoss([1, 4], [1, 4])                                         // 0
 * logCoshLoss([1e38], [0], { reduction: 'none' })                     // [Math.fround(1e38)]
 * grad((input) => logCoshLoss(input, [0, 0, 0, 0]))([0, 50, -50, 0])  // [0, 0.25, -0.25, 0]
 *
 * Same as `log(cosh(input - target)).mean()`: PyTorch has no function for it. Differs: it neither overflows beyond 89 nor is 0
 * for small errors; unequal shapes throw instead of broadcasting.
 *
 * Saleh, Saleh, "Statistical Properties of the log-cosh Loss Function Used in Machine Learning", 2022.
 * https://arxiv.org/abs/2208.04564
 */
export function logCoshLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: LogCoshLossOptions<R> = {},
): Reduced<R> {
  const { reduction } = withDefaults('logCoshLoss', options, {});
  return errorLoss('logCoshLoss', { input, target }, { reduction }, logCosh);
}

/** `logCoshLoss` with its options chosen beforehand. */
export class LogCoshLoss<R extends Reduction = 'mean'> extends Loss<LogCoshLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return logCoshLoss(input, target, this.options);
  }
}

/**
 * Two forms of the same: `|d| + log(1 + e^(-2|d|)) - log 2` has nothing that overflows, but for small d only rounding errors are
 * left of it; `2 artanh(tanh²(d / 2))` has no difference in it, but for large d the square rounds to 1.
 */
const logCosh: Curve = {
  value: (d) => {
    const size = abs(d);
    const small = mul(atanh(square(tanh(mul(d, 0.5)))), 2);
    const large = add(size, sub(softplus(mul(size, -2)), Math.LN2));
    return where(less(size, 1), small, large);
  },
  gradient: (dy, d) => mul(dy, slope(d)),
};

/** tanh, whose derivative is 4 σ(2d) σ(-2d); tfjs's `1 - tanh²` rounds to 0 for large d. */
function slope(d: Tensor): Tensor {
  return differentiable([d], tanh, (dy, d) => [mul(mul(dy, 4), mul(sigmoid(mul(d, 2)), sigmoid(mul(d, -2))))]);
}
