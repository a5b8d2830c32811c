import { tidy } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { balanced } from './classBalancedWeights';
import { classCurve } from './classCurve';
import { focal } from './focalCurve';
import { atLeast0 } from '../core/ranges';

export interface ClassBalancedFocalLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How many examples of each class there are to train on, `[C]`; each ≥ 1. Without it the classes weigh the same. */
  counts?: TensorLike | undefined;
  /** How many examples are worth counting; 0 ≤ beta < 1, by default 0.999. */
  beta?: number | undefined;
  /** How much the easy examples are quietened; ≥ 0, by default 2. */
  gamma?: number | undefined;
}

/**
 * Class-balanced focal loss: the focal loss with a weight for each class by its number of examples.
 *
 * With `p` the softmax's probability of the example's class `y`, which has n examples,
 *
 *     loss = -w[y] (1 - p)^gamma log p,   w[y] ∝ (1 - beta) / (1 - beta^n),   Σ w = C
 *
 * `p` is the probability itself: `exp(-ce)` of a weighted cross-entropy `ce` would be `p^w`.
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.counts    examples of each class, `[C]`; each ≥ 1; without it the classes weigh the same
 * @param options.beta      how many examples are worth counting; 0 ≤ beta < 1, by default 0.999
 * @param options.gamma     how much the easy examples are quietened; ≥ 0, by default 2
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default, divides by N and not by the weights) and `'sum'`
 * give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, an option is out of range or the reduction is unknown,
 * TypeError for logits other than float32 or an unknown option
 *
 * @example
 * classBalancedFocalLoss([[0, 4000]], [0], { counts: [7, 7] })                                // 4000
 * classBalancedFocalLoss([[0, 1000]], [0], { counts: [1, 2], beta: 0.5 })                     // 1200
 * grad((z) => classBalancedFocalLoss(z, [1], { counts: [7, 7], gamma: 0 }))([[0, 0]])         // [[0.5, -0.5]]
 *
 * Same as `(w[y] * (1 - p) ** gamma * torch.nn.functional.cross_entropy(logits, y, reduction='none')).mean()` (2.13):
 * PyTorch has no function for it. Differs: Cui et al. use sigmoids and divide by the number of positives.
 *
 * Cui et al., "Class-Balanced Loss Based on Effective Number of Samples", CVPR 2019. https://arxiv.org/abs/1901.05555
 */
export function classBalancedFocalLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: ClassBalancedFocalLossOptions<R> = {},
): Reduced<R> {
  const loss = 'classBalancedFocalLoss';
  const { counts, beta, gamma, reduction } = withDefaults(loss, options, { counts: undefined, beta: 0.999, gamma: 2 });
  atLeast0(loss, { gamma });
  return tidy(() => {
    const alpha = counts === undefined ? 1 : balanced(loss, counts, beta);
    return classCurve(loss, { logits, classes, alpha }, { gamma, reduction }, focal(gamma));
  });
}

/** `classBalancedFocalLoss` with its options chosen beforehand. */
export class ClassBalancedFocalLoss<R extends Reduction = 'mean'> extends Loss<ClassBalancedFocalLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return classBalancedFocalLoss(logits, classes, this.options);
  }
}
