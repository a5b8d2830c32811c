import { expandDims, gather, mul, neg, reshape, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { classes } from '../core/classes';
import { constant } from '../core/constant';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { classAxis, toRows } from './classAxis';
import { classWeight } from './classWeight';
import type { RowLoss } from './indexed';
import { indexed, pick } from './indexed';

export interface NLLLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each class, `[C]`; by default every class counts the same. It has no gradient. */
  weight?: TensorLike | undefined;
  /** Targets with this index do not count; by default -100. */
  ignoreIndex?: number | undefined;
}

/**
 * Negative log-likelihood of classes, from log-probabilities.
 *
 * With the class `y` of a sample and its weight `w[y]`,
 *
 *     loss = -w[y] input[y]
 *
 * The gradient is `-w[y]` at the sample's class and 0 at all others.
 *
 * @param input  log-probabilities, `[C]`, `[N,C]` or `[N,C,d…]`, such as the logarithm of a softmax
 * @param target class indices in 0…C-1, `[]`, `[N]` or `[N,d…]`
 * @param options.weight      a factor for each class, `[C]`; the mean then divides by the sum of the samples' weights
 * @param options.ignoreIndex targets with this index do not count, whether it is a class or not; by default -100
 * @param options.reduction   `'none'` keeps the shape of `target`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN, also when all are ignored, and its gradient then 0
 * @throws RangeError for a target that is no class, for other shapes or an unknown reduction, TypeError for other than
 * float32 log-probabilities, an unknown option or the gradient of the weight
 *
 * @example
 * nllLoss([[-1, -2], [-3, -0.5]], [0, 1])                           // 0.75
 * nllLoss([[-1, -2], [-3, -0.5]], [0, 1], { weight: [3, 1] })       // 0.875
 * nllLoss([[-1, -2], [-3, -0.5]], [0, 1], { reduction: 'none' })    // [1, 0.5]
 * grad((input) => nllLoss(input, [0, 1]))([[-1, -2], [-3, -0.5]])  // [[-0.5, 0], [0, -0.5]]
 *
 * Same as `torch.nn.functional.nll_loss` (2.13). Differs: whole numbers are taken as indices from arrays and float32 tensors too.
 *
 * Good, "Rational Decisions", Journal of the Royal Statistical Society B 14(1), 1952.
 * https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
 */
export function nllLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: NLLLossOptions<R> = {},
): Reduced<R> {
  const { weight, ignoreIndex, reduction } = withDefaults('nllLoss', options, { weight: undefined, ignoreIndex: -100 });
  return tidy(() => {
    const scores = floats('nllLoss', { input }).input;
    const axis = classAxis('nllLoss', scores);
    const indices = classes('nllLoss', 'target', target, { shape: axis.samples, count: axis.count, ignoreIndex });
    const weights = constant('nllLoss: weight', classWeight('nllLoss', weight, axis));
    const tensors = { input: toRows(scores, axis), target: reshape(indices, [indices.size]), weight: weights };
    const losses = runLoss('nllLoss', tensors, { ignoreIndex, reduction }, ({ input, target, weight }) =>
      indexed(input, target, weight, negative, ignoreIndex, reduction),
    );
    return reduction === 'none' ? reshape(losses, axis.samples) : losses;
  }) as Reduced<R>;
}

/** `nllLoss` with its options chosen beforehand. */
export class NLLLoss<R extends Reduction = 'mean'> extends Loss<NLLLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return nllLoss(input, target, this.options);
  }
}

/** The zeros are those of `rows`, by which the second derivative is 0 and not missing. */
const negative: RowLoss = {
  value: (rows, classes, weight) => neg(mul(gather(weight, classes), pick(rows, classes))),
  gradient: (dy, rows, classes, weight) => {
    const slope = neg(mul(dy, expandDims(gather(weight, classes), 1)));
    const there = oneHot(classes, weight.size, 'bool');
    return where(there, slope, zerosLike(rows));
  },
};
