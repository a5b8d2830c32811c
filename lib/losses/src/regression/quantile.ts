import type { Tensor } from '@tensorflow/tfjs-core';
import { add, mul, sub } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { errorLoss } from './errorLoss';
import { sign } from '../core/sign';

export interface QuantileLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Which quantile is learned, between 0 and 1; by default 0.5, the median. */
  quantile?: number | undefined;
}

/**
 * Quantile loss, or pinball loss: what is least when the prediction is the quantile τ of what is observed.
 *
 * With the error `e = target - input` and τ the option `quantile`,
 *
 *     loss = τ e        if e ≥ 0: the prediction is too low
 *          = (τ - 1) e  otherwise
 *
 * The gradient by `input` is -τ where the prediction is too low and 1 - τ where it is too high: with τ = 0.9 a prediction rests
 * where nine of ten observations are below it. Where e is 0 it is ½ - τ, the middle of the two. With τ = 0.5 the loss is half of
 * the L1 loss.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.quantile  which quantile is learned, between 0 and 1 and neither; by default 0.5, the median
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, `quantile` is not between 0 and 1 or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * quantileLoss([1, 4], [3, 2])                                           // 1
 * quantileLoss([1, 4], [3, 2], { quantile: 0.75, reduction: 'none' })    // [1.5, 0.5]
 * grad((input) => quantileLoss(input, [3, 2], { quantile: 0.75 }))([1, 4])  // [-0.375, 0.125]
 *
 * Same as `torch.maximum(τ * e, (τ - 1) * e).mean()`: PyTorch has no function for it. Differs: unequal shapes throw instead of
 * broadcasting.
 *
 * Koenker, Bassett, "Regression Quantiles", Econometrica 46(1), 1978. https://doi.org/10.2307/1913643
 */
export function quantileLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: QuantileLossOptions<R> = {},
): Reduced<R> {
  const { quantile, reduction } = withDefaults('quantileLoss', options, { quantile: 0.5 });
  if (!(quantile > 0 && quantile < 1)) {
    throw new RangeError(`quantileLoss: quantile must be between 0 and 1, got ${quantile}`);
  }
  return errorLoss('quantileLoss', { input, target }, { quantile, reduction }, pinball(quantile));
}

/** `quantileLoss` with its options chosen beforehand. */
export class QuantileLoss<R extends Reduction = 'mean'> extends Loss<QuantileLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return quantileLoss(input, target, this.options);
  }
}

/**
 * The curve of `d = input - target`, which is `d` times its slope. Each half of the slope is 0 or exact: of `sign / 2 + (½ - τ)`
 * few digits would be left for a τ near 0 or 1.
 */
const pinball = (quantile: number): Curve => {
  const slope = (d: Tensor) => {
    const side = sign(d);
    return sub(mul(add(side, 1), (1 - quantile) / 2), mul(sub(1, side), quantile / 2));
  };
  return {
    value: (d) => mul(d, slope(d)),
    gradient: (dy, d) => mul(dy, slope(d)),
  };
};
