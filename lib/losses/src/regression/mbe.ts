import { clone, mul, onesLike } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { errorLoss } from './errorLoss';

export type MBELossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * Mean bias error: by how much predictions are too high (positive) or too low (negative) on average.
 *
 *     loss = d = input - target
 *
 * The gradient is 1 everywhere. Errors of opposite sign cancel, so 0 does not mean that any prediction is right, and
 * there is no minimum: it tells about a model, but cannot train one.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the bias; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * mbeLoss([1, 4], [0, 2])                          // 1.5
 * mbeLoss([1, -1], [0, 0])                         // 0
 * mbeLoss([1, 4], [0, 2], { reduction: 'sum' })    // 3
 * grad((input) => mbeLoss(input, [0, 2]))([1, 4])  // [0.5, 0.5]
 *
 * Same as `(input - target).mean()`: PyTorch has no function for it. Differs: unequal shapes throw instead of broadcasting.
 *
 * Willmott, Matsuura, "Advantages of the mean absolute error (MAE) over the root mean square error (RMSE)",
 * Climate Research 30, 2005. https://doi.org/10.3354/cr030079
 */
export function mbeLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: MBELossOptions<R> = {},
): Reduced<R> {
  const { reduction } = withDefaults('mbeLoss', options, {});
  return errorLoss('mbeLoss', { input, target }, { reduction }, identity);
}

/** `mbeLoss` with its options chosen beforehand. */
export class MBELoss<R extends Reduction = 'mean'> extends Loss<MBELossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return mbeLoss(input, target, this.options);
  }
}

/** `onesLike` ties the slope to `d`, by which the second derivative is 0; of a constant tfjs would say it has none. */
const identity: Curve = {
  value: clone,
  gradient: (dy, d) => mul(dy, onesLike(d)),
};
