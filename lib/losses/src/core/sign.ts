import type { Tensor } from '@tensorflow/tfjs-core';
import { cast, greater, less, sub, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/**
 * 1, 0 or -1: the slope of `|d|`; 0 for NaN, as in PyTorch.
 *
 * Not tfjs's `sign`: the WASM backend's is 0 for every number nearer to 0 than about 1e-7.
 */
export function sign(d: Tensor): Tensor {
  return differentiable(
    [d],
    (d) => sub(cast(greater(d, 0), 'float32'), cast(less(d, 0), 'float32')),
    (_, d) => [zerosLike(d)],
  );
}
