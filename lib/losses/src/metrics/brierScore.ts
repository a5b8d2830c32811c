import type { TensorLike } from '../core/tensors';
import { probabilities } from './confidences';

/**
 * Brier score: the squared distance of the predicted probabilities from what happened.
 *
 *     binary:  mean of (p - y)²
 *     classes: mean over the elements of Σ_c (p_c - [y = c])²
 *
 * Of two classes the second is twice the first. Lower is better, and it is proper: in expectation, nothing scores
 * better than the true probabilities.
 *
 * @param prediction probabilities of class 1, `[...]`, or of each class, `[..., C]`
 * @param target     0 or 1, or class indices, `[...]`
 * @returns a number, in [0, 1] if binary and in [0, 2] of classes; NaN of no elements
 * @throws RangeError when shapes do not fit, a probability is outside [0, 1], the classes' probabilities do not sum to 1
 * or a label is no class, TypeError for what is not made of numbers
 *
 * @example
 * brierScore([0.5, 0.75], [0, 1])                  // 0.15625
 * brierScore([[0.5, 0.5], [0.25, 0.75]], [0, 1])   // 0.3125
 *
 * Same as `sklearn.metrics.brier_score_loss` (1.9), which halves with `scale_by_half='auto'` in the binary case only.
 * Differs: predictions come first; a class may be missing from the targets.
 *
 * Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78(1), 1950.
 * https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2
 */
export function brierScore(prediction: TensorLike, target: TensorLike): number {
  const { given, truth, width = 1 } = probabilities('brierScore', prediction, target);
  const happened = (i: number): number => {
    const label = truth.data[Math.floor(i / width)] ?? NaN;
    return given.shape.length === truth.shape.length ? label : Number(label === i % width);
  };
  return given.data.reduce((sum, p, i) => sum + (p - happened(i)) ** 2, 0) / truth.data.length;
}
