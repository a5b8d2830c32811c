import { abs, mul } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { sign } from '../core/sign';
import type { TensorLike } from '../core/tensors';
import { errorLoss } from './errorLoss';

export interface L1LossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each element, shaped like `input`; by default every element counts the same. */
  weight?: TensorLike | undefined;
}

/**
 * L1 loss, the mean absolute error: every unit of error counts the same.
 *
 * With the error `d = input - target`,
 *
 *     loss = |d|
 *
 * The gradient is the sign of `d`, 0 where `d` is 0: an outlier pulls no harder than any other point.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.weight    a factor for each element, `[...]`; the mean then divides by the sum of the weights
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * l1Loss([1, 4], [0, 2])                          // 1.5
 * l1Loss([1, 4], [0, 2], { weight: [3, 1] })      // 1.25
 * l1Loss([1, 4], [0, 2], { reduction: 'sum' })    // 3
 * grad((input) => l1Loss(input, [0, 4]))([1, 4])  // [0.5, 0]
 *
 * Same as `torch.nn.functional.l1_loss` (2.13). Differs: unequal shapes throw instead of broadcasting.
 *
 * Willmott, Matsuura, "Advantages of the mean absolute error (MAE) over the root mean square error (RMSE)",
 * Climate Research 30, 2005. https://doi.org/10.3354/cr030079
 */
export function l1Loss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: L1LossOptions<R> = {},
): Reduced<R> {
  const { weight, reduction } = withDefaults('l1Loss', options, { weight: undefined });
  return errorLoss('l1Loss', { input, target, weight }, { reduction }, absolute);
}

/** `l1Loss` with its options chosen beforehand. */
export class L1Loss<R extends Reduction = 'mean'> extends Loss<L1LossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return l1Loss(input, target, this.options);
  }
}

/** At the kink the slope is 0, the middle of all that touch it; tfjs's own gradient of `abs` says -1. */
export const absolute: Curve = {
  value: abs,
  gradient: (dy, d) => mul(dy, sign(d)),
};
