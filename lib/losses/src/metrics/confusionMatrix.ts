import { completed } from '../core/options';
import type { TensorLike } from '../core/tensors';
import { labels } from './labels';

export interface ConfusionMatrixOptions {
  /** How many classes there are; by default as many as `prediction` has scores, or else as the labels need. */
  classes?: number | undefined;
}

/** More cells than anyone can look at; a mistaken label of a million would ask for 10¹² of them. */
const MOST = 1e7;

/**
 * Confusion matrix: how many elements of each class were said to be of which.
 *
 *     matrix[i][j] = Σ [target = i and predicted = j]
 *
 * A row is a class as it is, a column a class as it was predicted; right predictions are on the diagonal.
 *
 * @param prediction class indices `[...]`, or scores `[..., C]`, of which the highest counts, the first of equals
 * @param target     class indices `[...]`
 * @param options.classes how many classes there are; by default as many as there are scores, or else as the labels need
 * @returns counts, `[C, C]`
 * @throws RangeError when shapes do not fit, a label is no class or there are more than 3162 classes, TypeError for what
 * is not made of numbers or an unknown option
 *
 * @example
 * confusionMatrix([0, 1, 1, 1], [0, 0, 1, 1])                // [[1, 1], [0, 2]]
 * confusionMatrix([[2, 1], [0, 3]], [0, 0])                  // [[1, 1], [0, 0]]
 * confusionMatrix([1, 1], [1, 1], { classes: 2 })            // [[0, 0], [0, 2]]
 *
 * Same as `sklearn.metrics.confusion_matrix` (1.9) with `labels=range(classes)` and
 * `torchmetrics.functional.classification.multiclass_confusion_matrix` (1.9). Differs: predictions come first; a class
 * that occurs nowhere keeps its row and column.
 *
 * https://scikit-learn.org/stable/modules/model_evaluation.html#confusion-matrix
 */
export function confusionMatrix(
  prediction: TensorLike,
  target: TensorLike,
  options: ConfusionMatrixOptions = {},
): number[][] {
  const { classes } = completed('confusionMatrix', options, { classes: undefined });
  const { predicted, actual, count } = labels('confusionMatrix', prediction, target, classes);
  if (count * count > MOST) {
    throw new RangeError(
      `confusionMatrix: ${count} classes would be ${count * count} counts; at most ${MOST} are made`,
    );
  }
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  predicted.forEach((label, i) => {
    const row = matrix[actual[i] ?? NaN];
    if (row) row[label] = (row[label] ?? 0) + 1;
  });
  return matrix;
}
