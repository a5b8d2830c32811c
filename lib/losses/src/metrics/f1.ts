import type { TensorLike } from '../core/tensors';
import type { Average, Averaged, ClassScoreOptions } from './classScore';
import { classScore } from './classScore';

/**
 * F1: the harmonic mean of precision and recall.
 *
 *     F1 = 2 precision recall / (precision + recall) = 2 hits / (predicted + actual)
 *
 * It is high only where both are. The macro mean is that of the classes' F1, not the F1 of the mean precision and recall.
 *
 * @param prediction class indices `[...]`, or scores `[..., C]`, of which the highest counts, the first of equals
 * @param target     class indices `[...]`
 * @param options.average      `'none'` gives the score of each class; `'macro'` (default) their mean, in which rare
 *                             classes count as much as frequent ones; `'micro'` counts all classes together, which
 *                             is the accuracy
 * @param options.classes      how many classes there are; by default as many as there are scores, or else as the labels
 *                             need. A class that never occurs counts in the macro mean
 * @param options.zeroDivision the score where there is nothing to divide by (a class in neither prediction nor target): 0 (default), 1,
 *                             or NaN, which the macro mean leaves out
 * @returns a number in [0, 1], or with `'none'` an array of them
 * @throws RangeError when shapes do not fit, a label is no class or an option has no such value, TypeError for what is
 * not made of numbers or an unknown option
 *
 * @example
 * f1([0, 1, 1, 1], [0, 0, 1, 1], { average: 'none' })                  // [2 / 3, 0.8]
 * f1([0, 1, 1, 1], [0, 0, 1, 1], { average: 'micro' })                 // 0.75
 * f1([0, 0], [0, 0], { classes: 2 })                                   // 0.5
 * f1([0, 0], [0, 0], { classes: 2, zeroDivision: NaN })                // 1
 *
 * Same as `sklearn.metrics.f1_score` (1.9) with `labels=range(classes)`. Differs: predictions come first; the
 * average is macro unless asked, and of two classes too; the score of class 1 alone is `average: 'none'` and `[1]`.
 * torchmetrics' macro mean leaves out a class that occurs in neither prediction nor target.
 *
 * van Rijsbergen, "Information Retrieval", 2nd edition, 1979. https://www.dcs.gla.ac.uk/Keith/Preface.html
 */
export function f1<A extends Average = 'macro'>(
  prediction: TensorLike,
  target: TensorLike,
  options: ClassScoreOptions<A> = {},
): Averaged<A> {
  return classScore('f1', prediction, target, options, ({ hits, predicted, actual }) => [2 * hits, predicted + actual]);
}
