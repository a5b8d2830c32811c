import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, div, equal, max, mul, sum, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import type { ClassHinge } from './classMargins';
import { classMargins } from './classMargins';
import { notFlat, ramp } from './ramp';

export interface CrammerSingerLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How far the true class's score must be above the best of the others; by default 1. */
  margin?: number | undefined;
}

/**
 * Hinge loss for classes by Crammer and Singer: only the class that comes nearest to the true one counts, or is the farthest
 * above it.
 *
 * With the scores `x` of a sample and its class `y`,
 *
 *     loss = max(0, margin + max_{i≠y} x_i - x_y)
 *
 * A violation pulls the best of the others down and x_y up, equally strong; of equally good ones each takes its part.
 * Exactly at the margin the gradient is 0.
 *
 * @param logits  scores, `[N,C]`, or `[C]` for one sample
 * @param classes 0…C-1, `[N]`, or a scalar
 * @param options.margin    how far the true class's score must be above the best of the others; by default 1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN; of a single class the loss is 0
 * @throws RangeError when shapes do not fit, a class is not in 0…C-1, `margin` is not finite or the reduction is unknown,
 * TypeError for other than numbers or an unknown option
 *
 * @example
 * crammerSingerLoss([[1, 3, 2.5, 0]], [1])                           // 0.5
 * crammerSingerLoss([[1, 3, 2, 0]], [0])                             // 3
 * crammerSingerLoss([[0, 2]], [1], { margin: 3 })                    // 1
 * grad((logits) => crammerSingerLoss(logits, [0]))([[1, 3, 3, -1]])  // [[-1, 0.5, 0.5, 0]]
 *
 * Same as `relu(margin + (x_i - x_y).amax(1))` over the other classes: PyTorch has no function for it. Differs: nothing.
 *
 * Crammer, Singer, "On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines", JMLR 2, 2001.
 * https://www.jmlr.org/papers/v2/crammer01a.html
 */
export function crammerSingerLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: CrammerSingerLossOptions<R> = {},
): Reduced<R> {
  const { margin, reduction } = withDefaults('crammerSingerLoss', options, { margin: 1 });
  return classMargins('crammerSingerLoss', { logits, classes }, { margin, reduction }, ofHighest);
}

/** `crammerSingerLoss` with its options chosen beforehand. */
export class CrammerSingerLoss<R extends Reduction = 'mean'> extends Loss<CrammerSingerLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return crammerSingerLoss(logits, classes, this.options);
  }
}

/** The largest lack alone counts. */
const ofHighest: ClassHinge = {
  value: (z) => ramp(max(z, -1, true)),
  slope: (z) => differentiable([z], shares, (dy, z) => [mul(mul(dy, 0), shares(z))]),
};

/** Of equally large lacks each takes its part of the gradient, where tfjs's own would give each all of it; NaN of NaN. */
function shares(z: Tensor): Tensor {
  const highest = max(z, -1, true);
  const equals = cast(equal(z, add(zerosLike(z), highest)), 'float32'); // ten times as fast as when `equal` broadcasts
  return mul(equals, div(notFlat(highest), sum(equals, -1, true)));
}
