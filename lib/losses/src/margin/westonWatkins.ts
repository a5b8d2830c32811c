import type { Tensor } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import { classMargins } from './classMargins';
import { notFlat, ramp } from './ramp';

export interface WestonWatkinsLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How far the true class's score must be above each other; by default 1. */
  margin?: number | undefined;
}

/**
 * Hinge loss for classes by Weston and Watkins: every class that comes too near to the true one counts.
 *
 * With the scores `x` of a sample and its class `y`,
 *
 *     loss = Σ_{i≠y} max(0, margin + x_i - x_y)
 *
 * Each violation pulls x_i down and x_y up, equally strong. Exactly at the margin the gradient is 0. It is
 * `multiMarginLoss` without its division by the number of classes.
 *
 * @param logits  scores, `[N,C]`, or `[C]` for one sample
 * @param classes 0…C-1, `[N]`, or a scalar
 * @param options.margin    how far the true class's score must be above each other; by default 1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN
 * @throws RangeError when shapes do not fit, a class is not in 0…C-1, `margin` is not finite or the reduction is unknown,
 * TypeError for other than numbers or an unknown option
 *
 * @example
 * westonWatkinsLoss([[1, 3, 2.5, 0]], [1])                           // 0.5
 * westonWatkinsLoss([[1, 3, 2, 0]], [0])                             // 5
 * westonWatkinsLoss([[0, 2]], [1], { margin: 3 })                    // 1
 * grad((logits) => westonWatkinsLoss(logits, [0]))([[1, 3, 2, -1]])  // [[-2, 1, 1, 0]]
 *
 * Same as `C * torch.nn.functional.multi_margin_loss` (2.13). Differs: a score that is NaN makes the loss NaN; the
 * margin counts between scores that are huge and equal.
 *
 * Weston, Watkins, "Support Vector Machines for Multi-Class Pattern Recognition", ESANN 1999.
 * https://www.esann.org/sites/default/files/proceedings/legacy/es1999-461.pdf
 */
export function westonWatkinsLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: WestonWatkinsLossOptions<R> = {},
): Reduced<R> {
  const { margin, reduction } = withDefaults('westonWatkinsLoss', options, { margin: 1 });
  const hinges = { value: (z: Tensor) => rowTotals(ramp(z)), slope: notFlat };
  return classMargins('westonWatkinsLoss', { logits, classes }, { margin, reduction }, hinges);
}

/** `westonWatkinsLoss` with its options chosen beforehand. */
export class WestonWatkinsLoss<R extends Reduction = 'mean'> extends Loss<WestonWatkinsLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return westonWatkinsLoss(logits, classes, this.options);
  }
}
