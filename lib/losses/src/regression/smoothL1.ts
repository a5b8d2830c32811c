import { div, mul, sub } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { clip } from './clip';
import { errorLoss } from './errorLoss';
import { absolute } from './l1';

export interface SmoothL1LossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Where the parabola meets the lines; ≥ 0 and finite, by default 1. */
  beta?: number | undefined;
}

/**
 * Smooth L1 loss: the L1 loss with its kink rounded off by a parabola.
 *
 * With the error `d = input - target`,
 *
 *     loss = d² / (2 beta)  if |d| < beta
 *          = |d| - beta / 2 otherwise
 *
 * The gradient is `d / beta` clipped to [-1, 1], whatever `beta` is: that is the Huber loss divided by `beta`.
 *
 * @param input  predictions, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param options.beta      where the parabola meets the lines; ≥ 0 and finite, by default 1; with 0 it is the L1 loss
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, `beta` is negative or infinite or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * smoothL1Loss([0, 3], [0, 0])                          // 1.25
 * smoothL1Loss([0, 3], [0, 0], { beta: 2 })             // 1
 * smoothL1Loss([0, 3], [0, 0], { beta: 0 })             // 1.5
 * grad((input) => smoothL1Loss(input, [0, 0]))([1, 3])  // [0.5, 0.5]
 *
 * Same as `torch.nn.functional.smooth_l1_loss` (2.13). Differs: unequal shapes throw instead of broadcasting;
 * an infinite `beta` throws instead of giving 0 or NaN.
 *
 * Girshick, "Fast R-CNN", ICCV 2015. https://arxiv.org/abs/1504.08083
 */
export function smoothL1Loss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: SmoothL1LossOptions<R> = {},
): Reduced<R> {
  const { beta, reduction } = withDefaults('smoothL1Loss', options, { beta: 1 });
  if (!(beta >= 0 && beta < Infinity)) {
    throw new RangeError(`smoothL1Loss: beta must be ≥ 0 and finite, got ${beta}`);
  }
  return errorLoss('smoothL1Loss', { input, target }, { beta, reduction }, beta === 0 ? absolute : smooth(beta));
}

/** `smoothL1Loss` with its options chosen beforehand. */
export class SmoothL1Loss<R extends Reduction = 'mean'> extends Loss<SmoothL1LossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return smoothL1Loss(input, target, this.options);
  }
}

/** With `c` for `d` clipped, `c / beta (d - c / 2)` is both branches at once, and `c / beta` is its derivative. */
const smooth = (beta: number): Curve => ({
  value: (d) => {
    const c = clip(d, beta);
    return mul(div(c, beta), sub(d, mul(c, 0.5)));
  },
  gradient: (dy, d) => mul(div(dy, beta), clip(d, beta)),
});
