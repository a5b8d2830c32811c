import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { atLeast0 } from '../core/ranges';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { overlapLoss } from './overlap';

export interface DiceLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Added above the line; ≥ 0, by default 1e-5. */
  smoothNumerator?: number | undefined;
  /** Added below the line; ≥ 0, by default 1e-5. */
  smoothDenominator?: number | undefined;
}

/**
 * Dice loss: how little a predicted region and the true one overlap, whatever their size.
 *
 * Over the elements of each region, with the probability p and the target t,
 *
 *     loss = 1 - (2 Σ p t + smoothNumerator) / (Σ p + Σ t + smoothDenominator)
 *
 * The sums are of p itself, not of its square. Where both regions are empty the loss is
 * `1 - smoothNumerator / smoothDenominator`: 0 by default, 1 without smoothing above, NaN without any.
 *
 * @param input  probabilities, `[N, ...]`, a region for each of the N, or `[D]`, one region
 * @param target 1 inside the true region and 0 outside, or between, the same shape; nothing is broadcast
 * @param options.smoothNumerator   added above the line; ≥ 0, by default 1e-5
 * @param options.smoothDenominator added below the line; ≥ 0, by default 1e-5
 * @param options.reduction `'none'` keeps `[N]`, of a vector a scalar; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no regions is NaN
 * @throws RangeError when shapes differ, a number is not in 0…1, an option is negative or the reduction is unknown,
 * TypeError for other than float32 or an unknown option
 *
 * @example
 * diceLoss([1, 1, 0, 0], [1, 0, 1, 0], { smoothNumerator: 0, smoothDenominator: 0 })    // 0.5
 * diceLoss([[1, 0], [0, 0]], [[1, 0], [0, 0]])                                          // 0
 * diceLoss([0, 0], [0, 0], { smoothNumerator: 0 })                                      // 1
 * diceLoss([0, 1], [1, 0], { smoothNumerator: 1, smoothDenominator: 2 })                // 0.75
 *
 * Same as `(1 - (2 * (p * t).sum(1) + a) / (p.sum(1) + t.sum(1) + b)).mean()` (2.13): PyTorch has no function for it.
 * Differs: unequal shapes throw instead of broadcasting. Other libraries smooth otherwise and give other numbers.
 *
 * Milletari, Navab, Ahmadi, "V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation",
 * 3DV 2016. https://arxiv.org/abs/1606.04797
 */
export function diceLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: DiceLossOptions<R> = {},
): Reduced<R> {
  const smoothing = { smoothNumerator: 1e-5, smoothDenominator: 1e-5 };
  const { reduction, smoothNumerator, smoothDenominator } = withDefaults('diceLoss', options, smoothing);
  atLeast0('diceLoss', { smoothNumerator, smoothDenominator });
  const weights = { hit: 2, falsePositive: 1, falseNegative: 1, smoothNumerator, smoothDenominator };
  return overlapLoss('diceLoss', { input, target }, { smoothNumerator, smoothDenominator, reduction }, weights);
}

/** `diceLoss` with its options chosen beforehand. */
export class DiceLoss<R extends Reduction = 'mean'> extends Loss<DiceLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return diceLoss(input, target, this.options);
  }
}
