import { at } from '../core/readable';
import type { TensorLike } from '../core/tensors';
import { erf } from './erf';
import { alike } from './numbers';

/**
 * Continuous ranked probability score (CRPS) of Gaussian predictions: how far the predicted distribution is from the
 * one number that was observed, in the unit of that number.
 *
 *     CRPS = ∫ (F(x) - [x ≥ target])² dx
 *          = std (z (2Φ(z) - 1) + 2φ(z) - 1 / √π),  z = (target - mean) / std
 *
 * in the mean over the elements. A prediction without spread (`std` 0) gets the absolute error. Like the NLL it is
 * proper, but an outlier costs as much as its distance and not as its square.
 *
 * @param mean   predicted means, `[...]`
 * @param std    predicted standard deviations (not variances), `[...]`; ≥ 0
 * @param target observations, `[...]`
 * @returns a number ≥ 0; NaN of no elements
 * @throws RangeError when shapes differ, a standard deviation is negative or a number not finite, TypeError for what is
 * not made of numbers
 *
 * @example
 * crpsGaussian([0], [1], [0]).toFixed(4)            // '0.2337'
 * crpsGaussian([0, 1], [1, 2], [2, 0]).toFixed(4)   // '1.0578'
 * crpsGaussian([1, 5], [0, 0], [3, 5])              // 1
 *
 * Same as `scipy.integrate.quad` (1.17) of the integral above with `scipy.stats.norm.cdf`. Differs: the closed form.
 *
 * Gneiting and Raftery, "Strictly Proper Scoring Rules, Prediction, and Estimation", JASA 102(477), 2007.
 * https://doi.org/10.1198/016214506000001437
 */
export function crpsGaussian(mean: TensorLike, std: TensorLike, target: TensorLike): number {
  const read = alike('crpsGaussian', { mean, std, target });
  const wrong = read.std.data.findIndex((s) => s < 0);
  if (wrong >= 0) {
    throw new RangeError(
      `crpsGaussian: std must be ≥ 0, got ${read.std.data[wrong] ?? NaN}${at(wrong, read.std.shape)}`,
    );
  }
  const scores = read.target.data.map((y, i) => crps(y - (read.mean.data[i] ?? NaN), read.std.data[i] ?? NaN));
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** With `std` multiplied in, so that a `std` of 0 only needs its `z` to be infinite. */
function crps(error: number, std: number): number {
  const z = error === 0 ? 0 : error / std;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return error * erf(z / Math.SQRT2) + std * (2 * density - 1 / Math.sqrt(Math.PI));
}
