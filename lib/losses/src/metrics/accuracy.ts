import type { TensorLike } from '../core/tensors';
import { labels } from './labels';

/**
 * Accuracy: how many of the predictions are right.
 *
 *     accuracy = Σ [predicted = target] / N
 *
 * It says little where one class is frequent: who always names that class is right as often as it occurs.
 *
 * @param prediction class indices `[...]`, or scores `[..., C]`, of which the highest counts, the first of equals
 * @param target     class indices `[...]`
 * @returns a number in [0, 1]; NaN of no elements
 * @throws RangeError when shapes do not fit, a label is no class or a number not finite, TypeError for what is not made
 * of numbers
 *
 * @example
 * accuracy([0, 1, 2, 2], [0, 1, 1, 2])                 // 0.75
 * accuracy([[2, 1], [0, 3], [1, 1], [5, 6]], [0, 1, 1, 1])  // 0.75
 *
 * Same as `sklearn.metrics.accuracy_score` (1.9) and `torchmetrics.functional.classification.multiclass_accuracy` (1.9)
 * with `average='micro'`. Differs: predictions come first, as they do in a loss; unequal shapes and NaN throw.
 *
 * https://scikit-learn.org/stable/modules/model_evaluation.html#accuracy-score
 */
export function accuracy(prediction: TensorLike, target: TensorLike): number {
  const { predicted, actual } = labels('accuracy', prediction, target);
  return predicted.filter((label, i) => label === actual[i]).length / predicted.length;
}
