import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, greater, greaterEqual, minimum, mul, sub, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';

/** The smaller of two; where they are equal, each has half of the gradient. */
export function smaller(x: Tensor, y: Tensor): Tensor {
  return differentiable([x, y], minimum, (dy, x, y) => [mul(dy, portion(x, y)), mul(dy, portion(y, x))]);
}

/** 1 where `x` is the smaller, ½ where both are equal, else 0. */
export function portion(x: Tensor, y: Tensor): Tensor {
  return differentiable(
    [x, y],
    (x, y) => sub(1, mul(add(cast(greater(x, y), 'float32'), cast(greaterEqual(x, y), 'float32')), 0.5)),
    (_, x, y) => [zerosLike(x), zerosLike(y)],
  );
}
