import { mul, neg, softplus, sub, tidy } from '@tensorflow/tfjs-core';
import { logistic } from '../core/logistic';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface PairwisePreferenceLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much a difference of scores tells; > 0 and finite, by default 1. */
  beta?: number | undefined;
}

/**
 * Pairwise preference loss: how surprising it is that the preferred one was preferred.
 *
 * By the model of Bradley and Terry, the preferred one is preferred with probability `σ(beta Δ)`, and
 *
 *     loss = -log σ(beta Δ)   with Δ = preferred - rejected
 *
 * The gradient is `-beta σ(-beta Δ)`: a pair in the wrong order pulls with almost `beta`, one in clear order hardly.
 *
 * It is RankNet's loss with scores, a reward model's with rewards, and direct preference optimization's (DPO) with
 * `log π(answer) - log π_ref(answer)` of the two answers, `beta` then being about 0.1.
 *
 * @param preferred scores of what was chosen, `[...]`
 * @param rejected  scores of what was not, the same shape; nothing is broadcast
 * @param options.beta      how much a difference of scores tells; > 0 and finite, by default 1
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no pairs is NaN
 * @throws RangeError when shapes differ, `beta` is not positive or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * pairwisePreferenceLoss([0, 200], [100, 0])                   // 50
 * pairwisePreferenceLoss([0, 200], [100, 0], { beta: 2 })      // 100
 * grad((x) => pairwisePreferenceLoss(x, [3, 0]))([3, -200])    // [-0.25, -0.5]
 *
 * Same as `-torch.nn.functional.logsigmoid(beta * (preferred - rejected)).mean()` (2.13): PyTorch has no function for it.
 * Differs: unequal shapes throw instead of broadcasting.
 *
 * Burges et al., "Learning to rank using gradient descent", ICML 2005. https://doi.org/10.1145/1102351.1102363
 * Rafailov et al., "Direct preference optimization", NeurIPS 2023. https://arxiv.org/abs/2305.18290
 */
export function pairwisePreferenceLoss<R extends Reduction = 'mean'>(
  preferred: TensorLike,
  rejected: TensorLike,
  options: PairwisePreferenceLossOptions<R> = {},
): Reduced<R> {
  const { beta, reduction } = withDefaults('pairwisePreferenceLoss', options, { beta: 1 });
  if (!(beta > 0 && Number.isFinite(beta))) {
    throw new RangeError(`pairwisePreferenceLoss: beta must be > 0 and finite, got ${beta}`);
  }
  return tidy(() => {
    const pair = floats('pairwisePreferenceLoss', { preferred, rejected });
    return runLoss('pairwisePreferenceLoss', pair, { beta, reduction }, ({ preferred, rejected }) =>
      pointwise(sub(preferred, rejected), surprise(beta), reduction),
    );
  }) as Reduced<R>;
}

/** `pairwisePreferenceLoss` with its options chosen beforehand. */
export class PairwisePreferenceLoss<R extends Reduction = 'mean'> extends Loss<PairwisePreferenceLossOptions<R>> {
  call(preferred: TensorLike, rejected: TensorLike): Reduced<R> {
    return pairwisePreferenceLoss(preferred, rejected, this.options);
  }
}

/** `-log σ(x)` is `softplus(-x)`, which no score overflows. */
const surprise = (beta: number): Curve => ({
  value: (d) => softplus(mul(d, -beta)),
  gradient: (dy, d) => neg(mul(mul(dy, beta), logistic(mul(d, -beta)))),
});
