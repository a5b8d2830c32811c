import type { Tensor } from '@tensorflow/tfjs-core';
import { ones } from '@tensorflow/tfjs-core';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import type { ClassAxis } from './classAxis';

/** The weight of each class, `[C]`: 1 unless given. */
export function classWeight(loss: string, given: TensorLike | undefined, { count }: ClassAxis): Tensor {
  if (given === undefined) {
    return ones([count]);
  }
  const { weight } = floats(loss, { weight: given });
  if (String(weight.shape) !== String([count])) {
    throw new RangeError(
      `${loss}: weight has shape [${String(weight.shape)}]; for ${count} classes it must be [${count}]`,
    );
  }
  return weight;
}
