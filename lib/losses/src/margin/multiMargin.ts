import { mul, square } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import type { ClassHinge } from './classMargins';
import { classMargins } from './classMargins';
import { above, excess } from './ramp';

export interface MultiMarginLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** The power of each violation, 1 (default) or 2. */
  p?: 1 | 2 | undefined;
  /** How far the true class's score must be above each other; by default 1. */
  margin?: number | undefined;
  /** One weight for each class, `[C]`; that of the true class counts. */
  weight?: TensorLike | undefined;
}

/**
 * Multi-class margin loss: the true class's score must be above every other by a margin.
 *
 * With the scores `x` of a sample and its class `y`,
 *
 *     loss = weight_y / C · Σ_{i≠y} max(0, margin + x_i - x_y)^p
 *
 * Each violation pulls x_i down and x_y up, equally strong with `p` 1. Exactly at the margin the gradient is 0.
 *
 * @param input  scores, `[N,C]`, or `[C]` for one sample
 * @param target classes 0…C-1, `[N]`, or a scalar
 * @param options.p         the power of each violation, 1 (default) or 2
 * @param options.margin    how far the true class's score must be above each other; by default 1
 * @param options.weight    one factor for each class, `[C]`; the mean still divides by the number of samples
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN; a score that is NaN violates nothing
 * @throws RangeError when shapes do not fit, a class is not in 0…C-1, `p`, `margin` or the reduction is unknown, TypeError
 * for other than numbers or an unknown option
 *
 * @example
 * multiMarginLoss([[1, 3, 2.5, 0]], [1])                         // 0.125
 * multiMarginLoss([[1, 3, 2, 0]], [0])                           // 1.25
 * multiMarginLoss([[0, 2]], [1], { margin: 3 })                  // 0.5
 * multiMarginLoss([[2, 0]], [1], { p: 2, weight: [1, 2] })       // 9
 * grad((input) => multiMarginLoss(input, [1]))([[2, 0, 0.5, 1]]) // [[0.25, -0.75, 0.25, 0.25]]
 *
 * Same as `torch.nn.functional.multi_margin_loss` (2.13). Differs: the mean of no samples is NaN and the sum 0, where
 * PyTorch returns memory that nobody wrote; the margin counts between scores that are huge and equal; `weight` has a
 * gradient.
 *
 * Crammer, Singer, "On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines", JMLR 2, 2001, and
 * Weston, Watkins, "Support Vector Machines for Multi-Class Pattern Recognition", ESANN 1999, whose sum this is.
 * https://www.esann.org/sites/default/files/proceedings/legacy/es1999-461.pdf
 */
export function multiMarginLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: MultiMarginLossOptions<R> = {},
): Reduced<R> {
  const loss = 'multiMarginLoss';
  const { p, margin, weight, reduction } = withDefaults(loss, options, { p: 1 as const, margin: 1, weight: undefined });
  if (![1, 2].includes(p)) {
    throw new RangeError(`${loss}: p must be 1 or 2, got ${String(p)}`);
  }
  return classMargins(loss, { input, target }, { p, margin, weight, reduction }, p === 1 ? linear : squared);
}

/** `multiMarginLoss` with its options chosen beforehand. */
export class MultiMarginLoss<R extends Reduction = 'mean'> extends Loss<MultiMarginLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return multiMarginLoss(input, target, this.options);
  }
}

const linear: ClassHinge = {
  value: (z) => rowTotals(excess(z)),
  slope: above,
  mean: true,
};

const squared: ClassHinge = {
  value: (z) => rowTotals(square(excess(z))),
  slope: (z) => mul(excess(z), 2),
  mean: true,
};
