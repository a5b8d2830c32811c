import { completed } from '../core/options';
import type { TensorLike } from '../core/tensors';
import { pairs } from './pairs';
import { quantile, twoSided } from './studentT';

export interface PairedTTestOptions {
  /** How probable it is that the interval holds the true mean difference; in (0, 1), by default 0.95. */
  confidence?: number | undefined;
}

export interface PairedTTest {
  /** The mean difference in units of its standard error. */
  t: number;
  /** Degrees of freedom: pairs - 1. */
  df: number;
  /** How probable a `t` so far from 0, on either side, is where there is no difference. */
  p: number;
  /** The mean of a - b. */
  mean: number;
  /** Between what the true mean difference lies, with the chosen confidence. */
  interval: [low: number, high: number];
}

/**
 * Paired t-test: whether two measurements of the same things differ in the mean, such as two losses trained from the
 * same seeds.
 *
 *     t = mean(a - b) / (std(a - b) / √n),  df = n - 1
 *     p = I_{df / (df + t²)}(df / 2, 1 / 2)
 *     interval = mean(a - b) ± t_{confidence, df} · std(a - b) / √n
 *
 * `std` divides by n - 1. The test takes the differences for independent and nearly Gaussian. A small `p` does not make
 * a difference large: report the interval, or `cohensD`. If many pairs of losses are tested, correct for it.
 *
 * @param a one measurement of each thing, `[...]`
 * @param b the other of each thing, in the same order, the same shape
 * @param options.confidence of the interval; in (0, 1), by default 0.95
 * @returns `{ t, df, p, mean, interval }`. Where no pair differs, `t` and `p` are NaN; where all differ by the same, `t` is
 * infinite and `p` is 0
 * @throws RangeError when shapes differ, there are fewer than two pairs, a number is not finite or `confidence` is outside
 * (0, 1), TypeError for what is not made of numbers or an unknown option
 *
 * @example
 * pairedTTest([1, 2], [0, 0]).t                                      // 3
 * pairedTTest([1, 2], [0, 0]).p.toFixed(4)                           // '0.2048'
 * pairedTTest([61, 64, 60, 63], [60, 61, 60, 61]).p.toFixed(4)       // '0.1027'
 * pairedTTest([61, 64, 60, 63], [60, 61, 60, 61]).interval.map((x) => x.toFixed(2))  // ['-0.55', '3.55']
 *
 * Same as `scipy.stats.ttest_rel` (1.17) and its `confidence_interval`. Differs: fewer than two pairs and NaN throw.
 *
 * Student, "The Probable Error of a Mean", Biometrika 6(1), 1908. https://doi.org/10.1093/biomet/6.1.1
 */
export function pairedTTest(a: TensorLike, b: TensorLike, options: PairedTTestOptions = {}): PairedTTest {
  const { confidence } = completed('pairedTTest', options, { confidence: 0.95 });
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`pairedTTest: confidence must be in (0, 1), got ${confidence}`);
  }
  const { n, difference } = pairs('pairedTTest', a, b);
  const { mean } = difference;
  const error = Math.sqrt(difference.variance / n);
  const df = n - 1;
  const t = mean / error;
  const reach = quantile(1 - confidence, df) * error;
  return { t, df, p: twoSided(t, df), mean, interval: [mean - reach, mean + reach] };
}
