import type { Tensor } from '@tensorflow/tfjs-core';
import { equal, expandDims, range } from '@tensorflow/tfjs-core';

/** Where a class is the example's own: `[N, C]` by the columns of `scores`, from the classes `[N]`. */
export function isRight(scores: Tensor, classes: Tensor): Tensor {
  return equal(expandDims(classes, 1), range(0, scores.shape[1] ?? 0, 1, 'int32'));
}
