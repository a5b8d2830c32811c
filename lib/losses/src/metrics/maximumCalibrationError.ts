import type { TensorLike } from '../core/tensors';
import type { CalibrationOptions } from './reliabilityBins';
import { binned } from './reliabilityBins';

/**
 * Maximum calibration error (MCE): how far confidence is from accuracy in the worst bin.
 *
 *     MCE = max_b |accuracy_b - confidence_b|
 *
 * over the bins of `reliabilityBins` that are not empty, the last one closed. A bin of few elements decides it easily.
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
 * maximumCalibrationError([0.75, 0.75, 0.25], [1, 0, 0])                 // 0.25
 * maximumCalibrationError([[0.25, 0.75], [1, 0]], [0, 0])                // 0.75
 *
 * Same as `torchmetrics.functional.classification.multiclass_calibration_error` (1.9) of probabilities and
 * `binary_calibration_error` of confidences, with `norm='max'`. Differs: torchmetrics puts a confidence of exactly 1 into
 * a bin of its own, and takes numbers outside [0, 1] for logits; here they throw.
 *
 * Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015.
 * https://doi.org/10.1609/aaai.v29i1.9602
 */
export function maximumCalibrationError(
  prediction: TensorLike,
  target: TensorLike,
  options: CalibrationOptions = {},
): number {
  const filled = binned('maximumCalibrationError', prediction, target, options).filter(({ count }) => count > 0);
  return filled.length === 0
    ? NaN
    : filled.reduce((most, { accuracy, confidence }) => Math.max(most, Math.abs(accuracy - confidence)), 0);
}
