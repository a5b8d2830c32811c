import type { TensorLike } from '../core/tensors';
import type { CalibrationOptions } from './reliabilityBins';
import { binned } from './reliabilityBins';

/**
 * Expected calibration error (ECE): how far confidence is from accuracy, in the mean.
 *
 *     ECE = Σ_b (n_b / N) |accuracy_b - confidence_b|
 *
 * over the bins of `reliabilityBins`, the last one closed. It is biased upwards, the more so the fewer elements there
 * are for each bin: a perfectly calibrated model does not get 0. It says nothing of how good the predictions are, since
 * who always predicts the classes' frequencies is calibrated.
 *
 * @param prediction confidences `[...]`; or probabilities of the classes `[..., C]`, of which the highest is the
 *                   confidence, the first of equals
 * @param target     1 where the prediction came true and 0 elsewhere, `[...]`; or class indices `[...]`
 * @param options.bins how many bins of one width; by default 15
 * @returns a number in [0, 1]; NaN of no elements
 * @throws RangeError when shapes do not fit, a confidence is outside [0, 1], the classes' probabilities do not sum to 1,
 * a label is no class or there is no bin, TypeError for what is not made of numbers or an unknown option
 *
 * @example
 * expectedCalibrationError([0.75, 0.75, 0.75, 0.75], [1, 1, 1, 0])                // 0
 * expectedCalibrationError([[0.25, 0.75], [0.25, 0.75]], [1, 0])                  // 0.25
 * expectedCalibrationError([0.25, 0.75], [1, 0], { bins: 1 })                     // 0
 *
 * Same as `torchmetrics.functional.classification.multiclass_calibration_error` (1.9) of probabilities and
 * `binary_calibration_error` of confidences, with `norm='l1'`. Differs: torchmetrics puts a confidence of exactly 1 into
 * a bin of its own, and takes numbers outside [0, 1] for logits; here they throw.
 *
 * Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015.
 * https://doi.org/10.1609/aaai.v29i1.9602
 */
export function expectedCalibrationError(
  prediction: TensorLike,
  target: TensorLike,
  options: CalibrationOptions = {},
): number {
  const filled = binned('expectedCalibrationError', prediction, target, options).filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const gaps = filled.map(({ count, accuracy, confidence }) => count * Math.abs(accuracy - confidence));
  return gaps.reduce((sum, gap) => sum + gap, 0) / total;
}
