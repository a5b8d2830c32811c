import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { atLeast0 } from '../core/ranges';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { overlapLoss } from './overlap';

export interface TverskyLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** What a false positive weighs; ≥ 0, by default 0.5. */
  alpha?: number | undefined;
  /** What a false negative weighs; ≥ 0, by default 0.5. */
  beta?: number | undefined;
  /** Added above the line; ≥ 0, by default 1e-5. */
  smoothNumerator?: number | undefined;
  /** Added below the line; ≥ 0, by default 1e-5. */
  smoothDenominator?: number | undefined;
}

/**
 * Tversky loss: the Dice loss with weights of their own for what is wrongly in the region and what is wrongly out of it.
 *
 * Over the elements of each region, with the probability p and the target t,
 *
 *     TP = Σ p t,   FP = Σ p (1 - t),   FN = Σ (1 - p) t
 *     loss = 1 - (TP + smoothNumerator) / (TP + alpha FP + beta FN + smoothDenominator)
 *
 * With 0.5 and 0.5 it is Dice with twice the smoothing, with 1 and 1 Jaccard. A beta above alpha makes misses dear. Where
 * both regions are empty the loss is `1 - smoothNumerator / smoothDenominator`: 0 by default, NaN without any.
 *
 * @param input  probabilities, `[N, ...]`, a region for each of the N, or `[D]`, one region
 * @param target 1 inside the true region and 0 outside, or between, the same shape; nothing is broadcast
 * @param options.alpha     what a false positive weighs; ≥ 0, by default 0.5
 * @param options.beta      what a false negative weighs; ≥ 0, by default 0.5
 * @param options.smoothNumerator   added above the line; ≥ 0, by default 1e-5
 * @param options.smoothDenominator added below the line; ≥ 0, by default 1e-5
 * @param options.reduction `'none'` keeps `[N]`, of a vector a scalar; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no regions is NaN
 * @throws RangeError when shapes differ, a number is not in 0…1, an option is negative or the reduction is unknown,
 * TypeError for other than float32 or an unknown option
 *
 * @example
 * tverskyLoss([1, 1, 0, 0], [1, 0, 1, 0], { beta: 2.5, smoothNumerator: 0, smoothDenominator: 0 })    // 0.75
 * tverskyLoss([[1, 0], [0, 0]], [[1, 0], [0, 0]])                                                     // 0
 * tverskyLoss([0, 0], [0, 0], { smoothNumerator: 0 })                                                 // 1
 *
 * Same as `(1 - (tp + a) / (tp + alpha * fp + beta * fn + b)).mean()` of the sums along axis 1 (2.13): PyTorch has no
 * function for it. Differs: unequal shapes throw instead of broadcasting.
 *
 * Salehi, Erdogmus, Gholipour, "Tversky loss function for image segmentation using 3D fully convolutional deep networks",
 * MLMI 2017. https://arxiv.org/abs/1706.05721
 */
export function tverskyLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: TverskyLossOptions<R> = {},
): Reduced<R> {
  const { reduction, alpha, beta, ...smoothing } = withDefaults('tverskyLoss', options, {
    alpha: 0.5,
    beta: 0.5,
    smoothNumerator: 1e-5,
    smoothDenominator: 1e-5,
  });
  const { smoothNumerator, smoothDenominator } = smoothing;
  atLeast0('tverskyLoss', { alpha, beta, smoothNumerator, smoothDenominator });
  const weights = { hit: 1, falsePositive: alpha, falseNegative: beta, smoothNumerator, smoothDenominator };
  const attributes = { alpha, beta, smoothNumerator, smoothDenominator, reduction };
  return overlapLoss('tverskyLoss', { input, target }, attributes, weights);
}

/** `tverskyLoss` with its options chosen beforehand. */
export class TverskyLoss<R extends Reduction = 'mean'> extends Loss<TverskyLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return tverskyLoss(input, target, this.options);
  }
}
