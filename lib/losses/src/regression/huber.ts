import { mul, sub } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { clip } from './clip';
import { errorLoss } from './errorLoss';

export interface HuberLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Where the parabola meets the lines; > 0, by default 1. */
  delta?: number | undefined;
  /** One weight for each element, shaped like `input`; by default every element counts the same. */
  weight?: TensorLike | undefined;
}

/**
 * Huber loss: quadratic for small errors, linear for large ones.
 *
 * With the error `d = input - target`,
 *
 *     loss = d² / 2                  if |d| ≤ delta
 *          = delta (|d| - delta / 2) otherwise
 *
 * The gradient is `d` clipped to [-delta, delta], so an outlier never pulls harder than `delta`.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.delta     where the parabola meets the lines; > 0, by default 1
 * @param options.weight    a factor for each element, `[...]`; the mean still divides by the number of elements
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, `delta` is not positive or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * huberLoss([0, 3], [0, 0])                          // 1.25
 * huberLoss([0, 3], [0, 0], { delta: 2 })            // 2
 * huberLoss([1, 2], [0, 0], { weight: [1, 3] })      // 2.5
 * grad((input) => huberLoss(input, [0, 0]))([1, 3])  // [0.5, 0.5]
 *
 * Same as `torch.nn.functional.huber_loss` (2.13). Differs: unequal shapes throw instead of broadcasting.
 *
 * Huber, "Robust Estimation of a Location Parameter", Annals of Mathematical Statistics 35(1), 1964.
 * https://doi.org/10.1214/aoms/1177703732
 */
export function huberLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: HuberLossOptions<R> = {},
): Reduced<R> {
  const { delta, weight, reduction } = withDefaults('huberLoss', options, { delta: 1, weight: undefined });
  if (!(delta > 0)) {
    throw new RangeError(`huberLoss: delta must be > 0, got ${delta}`);
  }
  return errorLoss('huberLoss', { input, target, weight }, { delta, reduction }, huber(delta), 'elements');
}

/** `huberLoss` with its options chosen beforehand. */
export class HuberLoss<R extends Reduction = 'mean'> extends Loss<HuberLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return huberLoss(input, target, this.options);
  }
}

/** With `c` for `d` clipped, `c (d - c / 2)` is both branches at once, and `c` is its derivative. */
const huber = (delta: number): Curve => ({
  value: (d) => {
    const c = clip(d, delta);
    return mul(c, sub(d, mul(c, 0.5)));
  },
  gradient: (dy, d) => mul(dy, clip(d, delta)),
});
