import type { Tensor } from '@tensorflow/tfjs-core';
import { reshape, transpose } from '@tensorflow/tfjs-core';
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

/** Sums over all samples, `[..., C]` to `[C]`: the gradient of a weight. tfjs's own sums an empty batch to any number. */
export function byClass(x: Tensor): Tensor {
  const count = x.shape.at(-1) ?? 1;
  return reshape(rowTotals(transpose(reshape(x, [x.size / count, count]))), [count]);
}
