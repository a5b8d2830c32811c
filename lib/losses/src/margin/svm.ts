import { add, cast, less, lessEqual, mul, relu, sub, tidy } from '@tensorflow/tfjs-core';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import { step } from '../core/step';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export type SVMLossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * SVM loss in the simplified form of the course: the hinge of each prediction and its target, whatever the targets are.
 *
 * With the margin `z = target · prediction`,
 *
 *     loss = max(0, 1 - z)
 *
 * The gradient by z is -1 below 1, 0 above, and -1/2 exactly at 1.
 *
 * With targets 0 and 1 it is no SVM: a target 0 makes z 0, so that its loss is 1 and its gradient 0 whatever was predicted.
 * A classifier that is sure of every wrong class loses as much as one that rules them out. Use `hingeLoss` with targets -1
 * and 1, or for classes `crammerSingerLoss` or `westonWatkinsLoss`.
 *
 * @param predictions scores, `[...]`
 * @param targets     labels, the same shape: -1 and 1 for an SVM; any number is taken
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * svmLoss([0.5, 2, -1], [1, 1, -1], { reduction: 'none' })       // [0.5, 0, 0]
 * svmLoss([0.5, 9, 9], [1, 0, 0], { reduction: 'none' })         // [0.5, 1, 1]
 * svmLoss([0.5, 3], [1, -1])                                     // 2.25
 * grad((predictions) => svmLoss(predictions, [1, -1]))([0.5, 9])  // [-0.5, 0.5]
 *
 * Same as `torch.max(torch.zeros_like(targets), 1 - targets * predictions).mean()`: PyTorch has no function for it.
 * Differs: unequal shapes throw instead of broadcasting.
 *
 * Cortes, Vapnik, "Support-Vector Networks", Machine Learning 20, 1995. https://doi.org/10.1007/BF00994018
 */
export function svmLoss<R extends Reduction = 'mean'>(
  predictions: TensorLike,
  targets: TensorLike,
  options: SVMLossOptions<R> = {},
): Reduced<R> {
  const { reduction } = withDefaults('svmLoss', options, {});
  return tidy(() => {
    const tensors = floats('svmLoss', { predictions, targets });
    return runLoss('svmLoss', tensors, { reduction }, ({ predictions, targets }) =>
      pointwise(sub(1, mul(targets, predictions)), halved, reduction),
    );
  }) as Reduced<R>;
}

/** `svmLoss` with its options chosen beforehand. */
export class SVMLoss<R extends Reduction = 'mean'> extends Loss<SVMLossOptions<R>> {
  call(predictions: TensorLike, targets: TensorLike): Reduced<R> {
    return svmLoss(predictions, targets, this.options);
  }
}

/** PyTorch's `max` of two equal numbers gives half of the gradient to each, and all of it to NaN. */
const halved: Curve = {
  value: relu,
  gradient: (dy, x) => mul(dy, slope(x)),
};

const slope = step((x) => sub(1, mul(0.5, add(cast(less(x, 0), 'float32'), cast(lessEqual(x, 0), 'float32')))));
