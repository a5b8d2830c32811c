import type { Tensor1D } from '@tensorflow/tfjs-core';
import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { at, readable } from '../core/readable';
import type { TensorLike } from '../core/tensors';
import { numbers } from '../core/tensors';

/**
 * A weight for each class by how many examples it has: the more there are, the less each brings that is new.
 *
 * A class of n examples counts as `E = (1 - beta^n) / (1 - beta)` of them, and
 *
 *     weight = C (1 / E) / Σ (1 / E)
 *
 * so the C weights add up to C. With beta 0 they are equal; near 1 they are as 1 / n.
 *
 * @param counts examples of each class, `[C]`; each ≥ 1
 * @param beta   how many examples are worth counting; 0 ≤ beta < 1, often 0.9 to 0.9999
 * @returns the weights, `[C]`; computed in double precision, for `beta^n` in float32 is far off
 * @throws RangeError for a count below 1, another shape or a beta outside [0, 1)
 *
 * @example
 * classBalancedWeights([5000, 50], 0)     // [1, 1]
 * classBalancedWeights([1, 2], 0.5)       // [1.2000000476837158, 0.800000011920929]
 *
 * Cui et al., "Class-Balanced Loss Based on Effective Number of Samples", CVPR 2019. https://arxiv.org/abs/1901.05555
 */
export function classBalancedWeights(counts: TensorLike, beta: number): Tensor1D {
  return tidy(() => tensor1d(balanced('classBalancedWeights', counts, beta), 'float32'));
}

/** The weights as doubles; `loss` is named in errors. */
export function balanced(loss: string, counts: TensorLike, beta: number): number[] {
  if (!(beta >= 0 && beta < 1)) {
    throw new RangeError(`${loss}: beta must be in [0, 1), got ${beta}`);
  }
  const given = numbers(`${loss}: counts`, counts);
  const found = readable(given);
  if (!found) {
    throw new RangeError(`${loss}: give counts as an array: this backend's tensors cannot be read at once`);
  }
  if (given.rank !== 1 || given.size === 0) {
    throw new RangeError(`${loss}: counts must be [C] with a class or more, got [${String(given.shape)}]`);
  }
  const inverse = Array.from(found, (n, i) => {
    if (!(n >= 1 && n < Infinity)) {
      throw new RangeError(`${loss}: counts must be ≥ 1 and finite, got ${n}${at(i, given.shape)}`);
    }
    return 1 / -Math.expm1(n * Math.log(beta)); // 1 - beta is common to all and cancels
  });
  const all = inverse.reduce((sum, one) => sum + one, 0);
  return inverse.map((one) => (one / all) * inverse.length);
}
