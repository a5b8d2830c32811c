import type { Tensor } from '@tensorflow/tfjs-core';
import { equal, expandDims, gather, mul, range, reshape, transpose, where } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/** The option `weight` of a loss that has one weight for each class, `[C]`. */
export function classWeights(loss: string, value: TensorLike, count: number): Tensor {
  const { weight } = floats(loss, { weight: value });
  if (String(weight.shape) !== String([count])) {
    throw new RangeError(
      `${loss}: weight has shape [${String(weight.shape)}]; it must be [${count}], one for each class`,
    );
  }
  return weight;
}

/** The weight of each sample's class, `[N]`. By hand, since tfjs's own gradient of `gather` is not on every backend. */
export function weightOf(classes: Tensor, weight: Tensor): Tensor {
  return differentiable([weight, classes], gather, (dy, weight, classes) => {
    const own = equal(expandDims(range(0, weight.size, 1, 'int32'), 1), classes);
    return [reshape(rowTotals(where(own, dy, 0)), [weight.size])];
  });
}

/** The losses of the classes, `[..., C]`, each times its weight. tfjs's own gradient sums an empty batch to any number. */
export function weighByClass(losses: Tensor, weight: Tensor): Tensor {
  return differentiable([losses, weight], mul, (dy, losses, weight) => {
    const byClass = transpose(reshape(mul(dy, losses), [-1, weight.size]));
    return [mul(dy, weight), reshape(rowTotals(byClass), [weight.size])];
  });
}
