import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { classCurve } from './classCurve';
import { focal } from './focalCurve';
import { atLeast0 } from '../core/ranges';

export interface FocalLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much the easy examples are quietened; ≥ 0, by default 2. */
  gamma?: number | undefined;
  /** A factor, or one for each class, `[C]`; by default 1. */
  alpha?: TensorLike | undefined;
}

/**
 * Focal loss: cross-entropy in which an example counts the less, the surer the model is of its right class.
 *
 * With `p` the softmax's probability of the example's class `y`,
 *
 *     loss = -alpha[y] (1 - p)^gamma log p
 *
 * It is never above cross-entropy. With gamma 0 it is cross-entropy; with 2 an example at p = 0.9 counts a hundredth.
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.gamma     how much the easy examples are quietened; ≥ 0, by default 2
 * @param options.alpha     a factor, or one for each class, `[C]`; by default 1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default, divides by N and not by the factors) and `'sum'`
 * give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, `gamma` or `alpha` is negative or the reduction is
 * unknown, TypeError for logits other than float32 or an unknown option
 *
 * @example
 * focalLoss([[0, 0]], [0], { alpha: [0, 1] })                           // 0
 * focalLoss([[1000, 0], [0, 1000]], [0, 0], { reduction: 'none' })      // [0, 1000]
 * focalLoss([[0, 4000], [0, 0]], [0, 1], { gamma: 0, alpha: [1, 0] })   // 2000
 * grad((z) => focalLoss(z, [1], { gamma: 0 }))([[0, 0]])                // [[0.5, -0.5]]
 *
 * Same as `(alpha[y] * (1 - p) ** gamma * torch.nn.functional.cross_entropy(logits, y, reduction='none')).mean()` with
 * `p = softmax(logits)[y]` (2.13): PyTorch has no function for it. Differs: a saturated example has the gradient 0
 * where a gamma between 0 and 1 makes PyTorch's NaN, and a loss above 0 where `1 - p` rounds to 0.
 *
 * Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017. https://arxiv.org/abs/1708.02002
 */
export function focalLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: FocalLossOptions<R> = {},
): Reduced<R> {
  const { gamma, alpha = 1, reduction } = withDefaults('focalLoss', options, { gamma: 2, alpha: undefined });
  atLeast0('focalLoss', { gamma, ...(typeof alpha === 'number' ? { alpha } : {}) });
  return classCurve('focalLoss', { logits, classes, alpha }, { gamma, reduction }, focal(gamma));
}

/** `focalLoss` with its options chosen beforehand. */
export class FocalLoss<R extends Reduction = 'mean'> extends Loss<FocalLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return focalLoss(logits, classes, this.options);
  }
}
