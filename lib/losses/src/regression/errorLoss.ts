import type { Tensor } from '@tensorflow/tfjs-core';
import { div, mul, sub, tidy } from '@tensorflow/tfjs-core';
import type { Curve } from '../core/pointwise';
import { linear, pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/**
 * A loss that is a curve of the error `d = input - target`: each regression loss.
 *
 * @param loss its name, for errors
 * @param meanOver what a weighted mean divides by: the sum of the weights, or the number of elements
 */
export function errorLoss<R extends Reduction>(
  loss: string,
  args: { input: TensorLike; target: TensorLike; weight?: TensorLike | undefined },
  curve: Curve,
  reduction: R,
  meanOver: 'weights' | 'elements' = 'weights',
): Reduced<R> {
  return tidy(() => {
    const { weight, ...pair } = args;
    if (weight === undefined) {
      const { input, target } = floats(loss, pair);
      return pointwise(sub(input, target), curve, reduction);
    }
    const tensors = floats(loss, { ...pair, weight });
    return weighted(sub(tensors.input, tensors.target), tensors.weight, curve, reduction, meanOver);
  }) as Reduced<R>;
}

/** The weights' own gradient comes from tfjs, since `mul`, `div` and the sum of `linear` all have the right one. */
function weighted(
  error: Tensor,
  weight: Tensor,
  curve: Curve,
  reduction: Reduction,
  meanOver: 'weights' | 'elements',
): Tensor {
  const losses = mul(pointwise(error, curve, 'none'), weight);
  if (reduction === 'mean' && meanOver === 'weights') {
    return div(pointwise(losses, linear, 'sum'), pointwise(weight, linear, 'sum'));
  }
  return pointwise(losses, linear, reduction);
}
