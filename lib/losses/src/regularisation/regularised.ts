import type { Scalar } from '@tensorflow/tfjs-core';
import { add, mul, tidy } from '@tensorflow/tfjs-core';
import { completed } from '../core/options';
import { atLeast0 } from '../core/ranges';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { l1Penalty, l2Penalty } from './penalty';

export interface RegularisedOptions {
  /** How much the penalty counts; ≥ 0, by default 0.01. */
  lambda?: number | undefined;
  /** `'l2'` (default): the sum of the squares; `'l1'`: the sum of the absolute values. */
  norm?: 'l1' | 'l2' | undefined;
}

/**
 * A loss plus a penalty on the model's parameters: `loss + lambda R(θ)`.
 *
 * `R` is a sum over the parameters and knows nothing of the examples: the same lambda weighs N times as much beside the
 * mean of N losses as beside their sum.
 *
 * @param loss       the loss, a scalar
 * @param parameters the parameters, tensors of any shapes
 * @param options.lambda how much the penalty counts; ≥ 0, by default 0.01
 * @param options.norm   `'l2'` (default): the sum of the squares; `'l1'`: the sum of the absolute values
 * @returns the sum, a scalar
 * @throws RangeError when the loss is no scalar, `lambda` is negative or the norm is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * regularised(1, [[1, -2], [3]], { lambda: 0.5 })                          // 8
 * regularised(1, [[1, -2], [3]], { lambda: 0.5, norm: 'l1' })              // 4
 * grad((theta) => regularised(1, [theta], { lambda: 0.5 }))([2, -3])       // [2, -3]
 *
 * Goodfellow, Bengio, Courville, "Deep Learning", 2016, chapter 7. https://www.deeplearningbook.org
 */
export function regularised(
  loss: TensorLike,
  parameters: readonly TensorLike[],
  options: RegularisedOptions = {},
): Scalar {
  const { lambda, norm } = completed('regularised', options, { lambda: 0.01, norm: 'l2' });
  atLeast0('regularised', { lambda });
  if (norm !== 'l1' && norm !== 'l2') {
    throw new RangeError(`regularised: norm must be l1 or l2, got '${norm}'`);
  }
  return tidy(() => {
    const given = floats('regularised', { loss }).loss;
    if (given.rank !== 0) {
      throw new RangeError(`regularised: loss must be a scalar, got shape [${String(given.shape)}]; reduce it first`);
    }
    return add<Scalar>(given, mul(norm === 'l1' ? l1Penalty(parameters) : l2Penalty(parameters), lambda));
  });
}
