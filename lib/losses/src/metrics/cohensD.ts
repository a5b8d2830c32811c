import type { TensorLike } from '../core/tensors';
import { pairs } from './pairs';

/** Two effect sizes that both go by the name of Cohen's d and are not the same. */
export interface CohensD {
  /** d_z: the mean difference in units of the differences' standard deviation. */
  dz: number;
  /** d_av: the mean difference in units of the pooled standard deviation of the measurements. */
  dav: number;
}

/**
 * Cohen's d of paired measurements: how large a difference is beside the spread.
 *
 *     dz  = mean(a - b) / std(a - b)
 *     dav = mean(a - b) / √((var(a) + var(b)) / 2)
 *
 * with n - 1 in the variances. `dz` is t / √n of `pairedTTest`; it is large where a pair has much in common, such as a
 * seed, and is what a power analysis of the paired test needs. `dav` does not know of the pairs, so it can be compared
 * with studies of two groups. Say which one you report.
 *
 * @param a one measurement of each thing, `[...]`
 * @param b the other of each thing, in the same order, the same shape
 * @returns `{ dz, dav }`; infinite where there is a difference and no spread, NaN where there is neither
 * @throws RangeError when shapes differ, there are fewer than two pairs or a number is not finite, TypeError for what is
 * not made of numbers
 *
 * @example
 * cohensD([2, 4, 6], [1, 2, 3])              // { dz: 2, dav: 2 / Math.sqrt(2.5) }
 * cohensD([1, 3], [0, 2])                    // { dz: Infinity, dav: 1 / Math.sqrt(2) }
 *
 * Same as `scipy.stats.ttest_rel` (1.17), whose statistic is √n dz; SciPy has no d. Differs: some authors divide by the
 * mean of the two standard deviations for d_av, which is less where they are unequal.
 *
 * Cumming, "Understanding The New Statistics", Routledge, 2012; both are compared by Lakens, "Calculating and reporting
 * effect sizes", Frontiers in Psychology 4, 2013. https://doi.org/10.3389/fpsyg.2013.00863
 */
export function cohensD(a: TensorLike, b: TensorLike): CohensD {
  const { difference, ...measured } = pairs('cohensD', a, b);
  return {
    dz: difference.mean / Math.sqrt(difference.variance),
    dav: difference.mean / Math.sqrt((measured.a.variance + measured.b.variance) / 2),
  };
}
