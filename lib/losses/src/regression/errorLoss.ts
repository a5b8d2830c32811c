import type { Tensor } from '@tensorflow/tfjs-core';
import { sub, tidy } from '@tensorflow/tfjs-core';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { weigh, weightedMean } from '../core/weigh';

/**
 * A loss that is a curve of the error `d = input - target`: each regression loss.
 *
 * @param loss its name, for errors
 * @param meanOver what a weighted mean divides by: the sum of the weights, or the number of elements
 */
export function errorLoss<R extends Reduction>(
  loss: string,
  args: { input: TensorLike; target: TensorLike; weight?: TensorLike | undefined },
  attributes: { reduction: R; [option: string]: number | string },
  curve: Curve,
  meanOver: 'weights' | 'elements' = 'weights',
): Reduced<R> {
  const { reduction } = attributes;
  return tidy(() => {
    const { weight, ...pair } = args;
    if (weight === undefined) {
      const compose = ({ input, target }: Record<'input' | 'target', Tensor>) =>
        pointwise(sub(input, target), curve, reduction);
      return runLoss(loss, floats(loss, pair), attributes, compose);
    }
    return runLoss(loss, floats(loss, { ...pair, weight }), attributes, ({ input, target, weight }) => {
      const losses = pointwise(sub(input, target), curve, 'none');
      const byWeights = reduction === 'mean' && meanOver === 'weights';
      return byWeights ? weightedMean(losses, weight) : weigh(losses, weight, reduction);
    });
  }) as Reduced<R>;
}
