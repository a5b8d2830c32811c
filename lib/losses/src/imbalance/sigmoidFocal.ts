import type { Tensor } from '@tensorflow/tfjs-core';
import { add, mul, neg, sigmoid, softplus, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { power } from '../core/power';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { atLeast0 } from '../core/ranges';
import { runLoss } from '../core/runLoss';
import { NEVER_ZERO } from './softmax';

export interface SigmoidFocalLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** The factor of a target 1, and `1 - alpha` that of a 0; below 0 there is none; at most 1, by default 0.25. */
  alpha?: number | undefined;
  /** How much the easy elements are quietened; ≥ 0, by default 2. */
  gamma?: number | undefined;
}

/**
 * Focal loss of independent yes-or-no questions.
 *
 * With `p = σ(logit)`, the binary cross-entropy `ce` and the target t in 0…1,
 *
 *     loss = (alpha t + (1 - alpha)(1 - t)) w^gamma ce,   w = p (1 - t) + (1 - p) t
 *
 * @param logits  scores before the sigmoid, `[...]`
 * @param targets 1 for yes and 0 for no, or between, the same shape; nothing is broadcast
 * @param options.alpha     the factor of a target 1, and `1 - alpha` that of a 0; below 0 there is none; at most 1, by
 * default 0.25
 * @param options.gamma     how much the easy elements are quietened; ≥ 0, by default 2
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, `alpha` is above 1, `gamma` is negative or the reduction is unknown, TypeError
 * for other than float32 or an unknown option
 *
 * @example
 * sigmoidFocalLoss([-1000, 1000], [1, 0], { reduction: 'none' })            // [250, 750]
 * sigmoidFocalLoss([-1000, 1000], [1, 1], { alpha: -1 })                    // 500
 * grad((x) => sigmoidFocalLoss(x, [1], { alpha: -1, gamma: 0 }))([0])       // [-0.5]
 *
 * Same as `torchvision.ops.sigmoid_focal_loss`, composed with torch 2.13. Differs: the reduction is by default the mean,
 * there `'none'`; a saturated element has the gradient 0 where a gamma between 0 and 1 makes torchvision's NaN.
 *
 * Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017. https://arxiv.org/abs/1708.02002
 */
export function sigmoidFocalLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  targets: TensorLike,
  options: SigmoidFocalLossOptions<R> = {},
): Reduced<R> {
  const { alpha, gamma, reduction } = withDefaults('sigmoidFocalLoss', options, { alpha: 0.25, gamma: 2 });
  atLeast0('sigmoidFocalLoss', { gamma });
  if (!(alpha <= 1)) {
    throw new RangeError(`sigmoidFocalLoss: alpha must be ≤ 1, got ${alpha}`);
  }
  // The factor is one of t alone: yes - no times t, and no.
  const [yes, no] = alpha < 0 ? [1, 1] : [alpha, 1 - alpha];
  const factor = (t: Tensor) => add(mul(t, yes - no), no);
  return tidy(() => {
    const tensors = floats('sigmoidFocalLoss', { logits, targets });
    return runLoss('sigmoidFocalLoss', tensors, { alpha, gamma, reduction }, ({ logits, targets }) =>
      differentiable(
        [logits, targets],
        (x, t) => {
          const { w, ce } = parts(x, t);
          return reduce(mul(factor(t), mul(power(w, gamma), ce)), reduction);
        },
        (dy, x, t) => {
          const { p, q, w, ce } = parts(x, t);
          const focus = focusing(w, gamma);
          const steep = mul(mul(gamma, power(add(w, NEVER_ZERO), gamma - 1)), ce);
          const byX = add(mul(steep, mul(sub(1, mul(2, t)), mul(p, q))), mul(focus, sub(mul(sub(1, t), p), mul(t, q))));
          const byW = mul(steep, sub(q, p));
          const byT = add(mul(factor(t), sub(byW, mul(focus, x))), mul(mul(focus, ce), yes - no));
          const each = share(dy, x.size, reduction);
          return [mul(each, mul(factor(t), byX)), mul(each, byT)];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `sigmoidFocalLoss` with its options chosen beforehand. */
export class SigmoidFocalLoss<R extends Reduction = 'mean'> extends Loss<SigmoidFocalLossOptions<R>> {
  call(logits: TensorLike, targets: TensorLike): Reduced<R> {
    return sigmoidFocalLoss(logits, targets, this.options);
  }
}

/** The probabilities of yes and of no, that of the wrong answer, which does not cancel, and the cross-entropy. */
function parts(x: Tensor, t: Tensor): Record<'p' | 'q' | 'w' | 'ce', Tensor> {
  const p = sigmoid(x);
  const q = sigmoid(neg(x));
  const not = sub(1, t);
  return { p, q, w: add(mul(not, p), mul(t, q)), ce: add(mul(not, softplus(x)), mul(t, softplus(neg(x)))) };
}

/** `w^gamma`, whose slope at 0 is finite: tfjs's own would make NaN of a saturated element's second derivative. */
function focusing(w: Tensor, gamma: number): Tensor {
  return differentiable(
    [w],
    (w) => power(w, gamma),
    (dy, w) => [mul(dy, mul(gamma, power(add(w, NEVER_ZERO), gamma - 1)))],
  );
}
