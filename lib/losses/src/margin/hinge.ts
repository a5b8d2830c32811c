import type { Tensor } from '@tensorflow/tfjs-core';
import { mul, square, sub, tidy } from '@tensorflow/tfjs-core';
import { hinge } from '../core/hinge';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import { at, readable } from '../core/readable';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface HingeLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** The score from which on nothing is lost; by default 1. */
  margin?: number | undefined;
  /** Whether the hinge is squared, which smooths its kink; by default not. */
  squared?: boolean | undefined;
}

/**
 * Hinge loss: nothing is lost once the score is on the right side by a margin.
 *
 * With `z = target · input`, positive where the sign is right,
 *
 *     loss = max(0, margin - z), or its square
 *
 * The gradient by z is -1 up to the margin, 0 beyond; exactly at the margin still -1. That of the square is
 * -2 max(0, margin - z).
 *
 * @param input  scores, `[...]`
 * @param target labels -1 or 1, the same shape
 * @param options.margin    the score from which on nothing is lost; by default 1
 * @param options.squared   whether the hinge is squared; by default not
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, a label is not -1 or 1, `margin` is not finite or the reduction is unknown, TypeError
 * for other than float32 or an unknown option
 *
 * @example
 * hingeLoss([0.5, 3], [1, -1])                           // 2.25
 * hingeLoss([0.5, 3], [1, -1], { margin: 2 })            // 3.25
 * hingeLoss([0.5, 2], [1, -1], { squared: true })        // 4.625
 * grad((input) => hingeLoss(input, [1, -1]))([0.5, -3])  // [-0.5, 0]
 *
 * Same as `(margin - target * input).clamp_min(0).mean()`: PyTorch has no function for it. Differs: unequal shapes throw instead of
 * broadcasting, and labels 0 throw, of which each would lose the margin whatever the score.
 *
 * Cortes, Vapnik, "Support-Vector Networks", Machine Learning 20, 1995. https://doi.org/10.1007/BF00994018
 */
export function hingeLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: HingeLossOptions<R> = {},
): Reduced<R> {
  const { margin, squared, reduction } = withDefaults('hingeLoss', options, { margin: 1, squared: false });
  if (!Number.isFinite(margin)) {
    throw new RangeError(`hingeLoss: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const tensors = floats('hingeLoss', { input, target });
    checkLabels(tensors.target);
    return runLoss('hingeLoss', tensors, { margin, squared, reduction }, ({ input, target }) =>
      pointwise(sub(margin, mul(input, target)), squared ? squaredHinge : hinge, reduction),
    );
  }) as Reduced<R>;
}

/** `hingeLoss` with its options chosen beforehand. */
export class HingeLoss<R extends Reduction = 'mean'> extends Loss<HingeLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return hingeLoss(input, target, this.options);
  }
}

const squaredHinge: Curve = {
  value: (x) => square(hinge.value(x)),
  gradient: (dy, x) => mul(mul(dy, 2), pointwise(x, hinge, 'none')),
};

function checkLabels(target: Tensor): void {
  const labels = readable(target);
  const wrong = labels?.findIndex((label) => Math.abs(label) !== 1) ?? -1;
  if (wrong >= 0) {
    throw new RangeError(`hingeLoss: target ${labels?.[wrong]}${at(wrong, target.shape)} is not -1 or 1`);
  }
}
