import { completed } from '../core/options';
import type { TensorLike } from '../core/tensors';
import type { Confidences } from './confidences';
import { confidences } from './confidences';

export interface CalibrationOptions {
  /** How many bins of one width [0, 1] is divided into; by default 15. */
  bins?: number | undefined;
}

/** The predictions whose confidence is in [lower, upper); in the last bin, in [lower, 1]. */
export interface ReliabilityBin {
  lower: number;
  upper: number;
  /** How many there are. */
  count: number;
  /** How sure they were in the mean; NaN in an empty bin. */
  confidence: number;
  /** How many of them came true, between 0 and 1; NaN in an empty bin. */
  accuracy: number;
}

/**
 * Reliability bins: how often predictions of about the same confidence came true, which is what a reliability diagram
 * draws.
 *
 *     bin b = [b / bins, (b + 1) / bins), the last one closed: a confidence of 1 is in it
 *     confidence = Σ confidence in b / n_b
 *     accuracy   = Σ [came true] in b / n_b
 *
 * Edges are compared in float32, so that 0.7 is in the same bin as an array and as a tensor.
 *
 * @param prediction confidences `[...]`; or probabilities of the classes `[..., C]`, of which the highest is the
 *                   confidence, the first of equals
 * @param target     1 where the prediction came true and 0 elsewhere, `[...]`; or class indices `[...]`. With the
 *                   probability of class 1 as the confidence, these are the binary labels
 * @param options.bins how many bins; by default 15
 * @returns the bins from low to high, the empty ones too, `[bins]`
 * @throws RangeError when shapes do not fit, a confidence is outside [0, 1], the classes' probabilities do not sum to 1,
 * a label is no class or there is no bin, TypeError for what is not made of numbers or an unknown option
 *
 * @example
 * reliabilityBins([0.25, 0.5, 1], [0, 1, 1], { bins: 2 })[1]                // { lower: 0.5, upper: 1, count: 2, confidence: 0.75, accuracy: 1 }
 * reliabilityBins([[0.25, 0.75], [0.25, 0.75]], [1, 0], { bins: 2 })[1]     // { lower: 0.5, upper: 1, count: 2, confidence: 0.75, accuracy: 0.5 }
 * reliabilityBins([1], [1]).length                                          // 15
 *
 * Same as `sklearn.calibration.calibration_curve` (1.9) and the bins of
 * `torchmetrics.functional.classification.multiclass_calibration_error` (1.9). Differs: sklearn's bins are closed above
 * and it leaves out the empty ones; torchmetrics puts a confidence of exactly 1 into a bin of its own.
 *
 * DeGroot and Fienberg, "The Comparison and Evaluation of Forecasters", The Statistician 32(1), 1983.
 * https://doi.org/10.2307/2987588
 */
export function reliabilityBins(
  prediction: TensorLike,
  target: TensorLike,
  options: CalibrationOptions = {},
): ReliabilityBin[] {
  return binned('reliabilityBins', prediction, target, options);
}

/** The same under the name of the metric that asks, for its errors. */
export function binned(
  metric: string,
  prediction: TensorLike,
  target: TensorLike,
  options: CalibrationOptions,
): ReliabilityBin[] {
  const { bins } = completed(metric, options, { bins: 15 });
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`${metric}: bins must be a whole number > 0, got ${bins}`);
  }
  return fill(confidences(metric, prediction, target), bins);
}

function fill({ confidence, correct }: Confidences, bins: number): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, correct: 0 }));
  confidence.forEach((p, i) => {
    const bin = sums[binOf(p, bins)];
    if (!bin) return; // binOf is below bins
    bin.count++;
    bin.confidence += p;
    bin.correct += correct[i] ?? NaN;
  });
  return sums.map(({ count, confidence, correct }, b) => ({
    lower: b / bins,
    upper: (b + 1) / bins,
    count,
    confidence: confidence / count,
    accuracy: correct / count,
  }));
}

/** The product `p * bins` may be off by one rounding, so the edges themselves decide. */
function binOf(p: number, bins: number): number {
  const reaches = (edge: number) => Math.fround(p) >= Math.fround(edge / bins);
  const near = Math.floor(p * bins);
  const bin = reaches(near + 1) ? near + 1 : reaches(near) ? near : near - 1;
  return Math.min(bin, bins - 1);
}
