import type { Tensor } from '@tensorflow/tfjs-core';
import { add, mul, neg, sigmoid, softplus } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { classCurve } from './classCurve';

export interface PolyLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** What is added to the first coefficient, which is 1 in cross-entropy; by default 1. */
  epsilon?: number | undefined;
}

export interface PolyNLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** What is added to the first coefficients, which are 1, 1/2, 1/3… in cross-entropy; by default [1]. */
  epsilons?: readonly number[] | undefined;
}

/**
 * Poly-1 loss: cross-entropy whose first polynomial coefficient is another.
 *
 * With `p` the softmax's probability of the right class, cross-entropy is `-log p = (1 - p) + (1 - p)² / 2 + …`, and
 *
 *     loss = -log p + epsilon (1 - p)
 *
 * The slope grows by `epsilon p (1 - p)`, most at p = 1/2. Below -1 epsilon would reward doubt about easy examples.
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.epsilon   what is added to the first coefficient; finite, by default 1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, `epsilon` is not finite or the reduction is unknown,
 * TypeError for logits other than float32 or an unknown option
 *
 * @example
 * polyLoss([[0, 1000]], [0])                                           // 1001
 * polyLoss([[0, 1000]], [0], { epsilon: -1 })                          // 999
 * grad((z) => polyLoss(z, [1], { epsilon: 2 }))([[0, 0]])              // [[1, -1]]
 *
 * Same as `ce + epsilon * (1 - torch.exp(-ce))` of `ce = torch.nn.functional.cross_entropy(…, reduction='none')` (2.13):
 * PyTorch has no function for it. Differs: `1 - p` keeps its digits where p rounds to 1.
 *
 * Leng et al., "PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", ICLR 2022.
 * https://arxiv.org/abs/2204.12511
 */
export function polyLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: PolyLossOptions<R> = {},
): Reduced<R> {
  const { epsilon, reduction } = withDefaults('polyLoss', options, { epsilon: 1 });
  if (!Number.isFinite(epsilon)) {
    throw new RangeError(`polyLoss: epsilon must be finite, got ${epsilon}`);
  }
  return classCurve('polyLoss', { logits, classes }, { epsilon, reduction }, poly([epsilon]));
}

/**
 * Poly-N loss: cross-entropy whose first N polynomial coefficients are others.
 *
 * With `p` the softmax's probability of the right class,
 *
 *     loss = -log p + Σ epsilons[j - 1] (1 - p)^j,   j = 1…N
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.epsilons  what is added to each of the first coefficients; finite, by default [1], which is Poly-1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, an epsilon is not finite or the reduction is unknown,
 * TypeError for logits other than float32 or an unknown option
 *
 * @example
 * polyNLoss([[0, 1000]], [0], { epsilons: [1, 2, 3] })                        // 1006
 * polyNLoss([[0, 1000]], [0], { epsilons: [] })                               // 1000
 * grad((z) => polyNLoss(z, [1], { epsilons: [0, 1] }))([[0, 0]])              // [[0.75, -0.75]]
 *
 * Same as `ce + sum(e * (1 - torch.exp(-ce)) ** j for j, e in enumerate(epsilons, 1))` of `ce = cross_entropy(…)` (2.13):
 * PyTorch has no function for it. Differs: `1 - p` keeps its digits where p rounds to 1.
 *
 * Leng et al., "PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", ICLR 2022.
 * https://arxiv.org/abs/2204.12511
 */
export function polyNLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: PolyNLossOptions<R> = {},
): Reduced<R> {
  const { epsilons, reduction } = withDefaults('polyNLoss', options, { epsilons: [1] });
  if (!Array.isArray(epsilons) || !epsilons.every((epsilon) => Number.isFinite(epsilon))) {
    throw new RangeError(`polyNLoss: epsilons must be an array of finite numbers, got ${String(epsilons)}`);
  }
  return classCurve('polyNLoss', { logits, classes }, { epsilons, reduction }, poly(epsilons));
}

/** `polyLoss` with its options chosen beforehand. */
export class PolyLoss<R extends Reduction = 'mean'> extends Loss<PolyLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return polyLoss(logits, classes, this.options);
  }
}

/** `polyNLoss` with its options chosen beforehand. */
export class PolyNLoss<R extends Reduction = 'mean'> extends Loss<PolyNLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return polyNLoss(logits, classes, this.options);
  }
}

/** In the log-odds `m`, with q = 1 - p = σ(-m), whose slope is -p q: `softplus(-m) + q P(q)`, slope `-q (1 + p (q P(q))′)`. */
const poly = (epsilons: readonly number[]): Curve => {
  const slopes = epsilons.map((epsilon, j) => (j + 1) * epsilon);
  return {
    value: (m) => {
      const q = sigmoid(neg(m));
      return add(softplus(neg(m)), mul(q, polynomial(epsilons, q)));
    },
    gradient: (dy, m) => {
      const q = sigmoid(neg(m));
      return neg(mul(dy, mul(q, add(1, mul(sigmoid(m), polynomial(slopes, q))))));
    },
  };
};

/** `c[0] + c[1] x + c[2] x² + …` by Horner's rule. */
function polynomial(coefficients: readonly number[], x: Tensor): Tensor {
  return coefficients.reduceRight<Tensor>((sum, c) => add(mul(sum, x), c), mul(x, 0));
}
