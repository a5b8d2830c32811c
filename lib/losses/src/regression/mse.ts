import { mul, square } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { errorLoss } from './errorLoss';

export interface MSELossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each element, shaped like `input`; by default every element counts the same. */
  weight?: TensorLike | undefined;
}

/**
 * Mean squared error: large errors count far more than small ones.
 *
 * With the error `d = input - target`,
 *
 *     loss = d²
 *
 * The gradient is `2d`, so an error ten times as large pulls ten times as hard: one outlier can lead a whole fit.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.weight    a factor for each element, `[...]`; the mean then divides by the sum of the weights
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * mseLoss([1, 4], [0, 2])                          // 2.5
 * mseLoss([1, 4], [0, 2], { weight: [3, 1] })      // 1.75
 * mseLoss([1, 4], [0, 2], { reduction: 'none' })   // [1, 4]
 * grad((input) => mseLoss(input, [0, 2]))([1, 4])  // [1, 2]
 *
 * Same as `torch.nn.functional.mse_loss` (2.13). Differs: unequal shapes throw instead of broadcasting.
 *
 * Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", appendix, 1805.
 * https://gallica.bnf.fr/ark:/12148/bpt6k15209372
 */
export function mseLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: MSELossOptions<R> = {},
): Reduced<R> {
  const { weight, reduction } = withDefaults('mseLoss', options, { weight: undefined });
  return errorLoss('mseLoss', { input, target, weight }, { reduction }, squared);
}

/** `mseLoss` with its options chosen beforehand. */
export class MSELoss<R extends Reduction = 'mean'> extends Loss<MSELossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return mseLoss(input, target, this.options);
  }
}

/** The 2 goes to `dy`, one number after a reduction, and spares a pass over `d`. */
const squared: Curve = {
  value: square,
  gradient: (dy, d) => mul(mul(dy, 2), d),
};
