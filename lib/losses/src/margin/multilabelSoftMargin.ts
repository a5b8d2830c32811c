import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  div,
  equal,
  expandDims,
  mul,
  neg,
  reshape,
  softplus,
  sub,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { logistic } from '../core/logistic';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { byClass, classWeights } from './classWeights';

export interface MultiLabelSoftMarginLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each class, `[C]`; by default every class counts the same. */
  weight?: TensorLike | undefined;
}

/**
 * Multi-label soft margin loss: for each class its own question whether the sample has it, each answered by a logistic
 * regression; the mean over the classes.
 *
 * With the logits `x` of a sample, its labels `y` and the sigmoid σ,
 *
 *     loss = -1 / C · Σ_c weight_c (y_c log σ(x_c) + (1 - y_c) log σ(-x_c))
 *
 * The gradient by x_c is weight_c (σ(x_c) - y_c) / C.
 *
 * @param input  logits, `[..., C]`
 * @param target for each class 1 if the sample has it, otherwise 0, or a probability; the same shape
 * @param options.weight    a factor for each class, `[C]`; the mean over the classes still divides by their number
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN
 * @throws RangeError when shapes do not fit or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * multilabelSoftMarginLoss([[100, -100]], [[0, 0]])                         // 50
 * multilabelSoftMarginLoss([[100, -100]], [[0, 1]], { weight: [1, 3] })     // 200
 * multilabelSoftMarginLoss([[200, -200]], [[1, 0]])                         // 0
 * grad((input) => multilabelSoftMarginLoss(input, [[1, 0]]))([[0, 0]])      // [[-0.25, 0.25]]
 *
 * Same as `torch.nn.functional.multilabel_soft_margin_loss` (2.13). Differs: an infinite logit on its label's side has loss 0,
 * not NaN, so that a class can be masked by -Infinity; no classes are an error, not NaN; nothing is broadcast.
 *
 * Zhang, Zhou, "A Review on Multi-Label Learning Algorithms", IEEE TKDE 26(8), 2014. https://doi.org/10.1109/TKDE.2013.39
 */
export function multilabelSoftMarginLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: MultiLabelSoftMarginLossOptions<R> = {},
): Reduced<R> {
  const loss = 'multilabelSoftMarginLoss';
  const { weight, reduction } = withDefaults(loss, options, { weight: undefined });
  return tidy(() => {
    const { input: x, target: y } = floats(loss, { input, target });
    const count = x.shape.at(-1) ?? 0;
    if (count === 0) {
      throw new RangeError(`${loss}: input must have shape [..., C] with at least one class, got [${String(x.shape)}]`);
    }
    const samples = x.shape.slice(0, -1);
    const bySample = (each: Tensor) => reduce(reshape(div(rowTotals(each), count), samples), reduction);
    const pull = (dy: Tensor) =>
      div(reduction === 'none' ? expandDims(dy, -1) : share(dy, x.size / count, reduction), count);
    const weights = weight === undefined ? undefined : classWeights(loss, weight, count);
    const tensors = { input: x, target: y, weight: weights };
    return runLoss(loss, tensors, { reduction }, ({ input, target, weight }) => {
      if (weight === undefined) {
        return differentiable(
          [input, target],
          (x, y) => bySample(entropy(x, y)),
          (dy, x, y) => [mul(pull(dy), byLogit(x, y)), mul(pull(dy), neg(x))],
        );
      }
      return differentiable(
        [input, target, weight],
        (x, y, weight) => bySample(mul(entropy(x, y), weight)),
        (dy, x, y, weight) => {
          const pulls = mul(pull(dy), weight);
          return [mul(pulls, byLogit(x, y)), mul(pulls, neg(x)), byClass(mul(pull(dy), entropy(x, y)))];
        },
      );
    });
  }) as Reduced<R>;
}

/** `multilabelSoftMarginLoss` with its options chosen beforehand. */
export class MultiLabelSoftMarginLoss<R extends Reduction = 'mean'> extends Loss<MultiLabelSoftMarginLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return multilabelSoftMarginLoss(input, target, this.options);
  }
}

/**
 * The cross-entropy of the label `y` and the probability `σ(x)`. Both halves are made of small numbers where the answer is
 * sure; of `softplus(x) - x y` and `σ(x) - y` nothing but rounding errors would be left there.
 */
function entropy(x: Tensor, y: Tensor): Tensor {
  return add(part(y, softplus(neg(x))), part(sub(1, y), softplus(x)));
}

/** The derivative of `entropy` by `x`. */
function byLogit(x: Tensor, y: Tensor): Tensor {
  return sub(mul(sub(1, y), logistic(x)), mul(y, logistic(neg(x))));
}

/** `share · loss`, and no share of an infinite loss is 0. */
function part(share: Tensor, loss: Tensor): Tensor {
  return where(equal(share, 0), zerosLike(share), mul(share, loss));
}
