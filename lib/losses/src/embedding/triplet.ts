import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, greater, greaterEqual, minimum, mul, squeeze, sub, tidy, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { hinge } from '../core/hinge';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { norm } from './norm';

/** The distances of the vectors of two tensors of one shape. */
export type Distance = (x: Tensor, y: Tensor) => Tensor;

/** `‖x - y + eps‖` of each pair of vectors, `[..., D]` to `[...]`. */
export const pairwiseDistance =
  (p: number, eps: number): Distance =>
  (x, y) =>
    squeeze(norm(add(sub(x, y), eps), p), [x.rank - 1]);

/**
 * `max(0, margin + d(a, p) - d(a, n))`: both triplet losses.
 *
 * @param loss its name, for errors
 * @param swap whether the negative's distance is that to the positive where that is the smaller
 */
export function tripletLoss<R extends Reduction>(
  loss: string,
  args: { anchor: TensorLike; positive: TensorLike; negative: TensorLike },
  distance: Distance,
  { margin, swap, reduction }: { margin: number; swap: boolean; reduction: R },
): Reduced<R> {
  if (!(margin > 0)) {
    throw new RangeError(`${loss}: margin must be > 0, got ${margin}`);
  }
  return tidy(() => {
    const { anchor, positive, negative } = floats(loss, args);
    if (anchor.rank === 0) {
      throw new RangeError(`${loss}: anchor, positive and negative must be vectors, got scalars`);
    }
    const near = distance(anchor, positive);
    const far = distance(anchor, negative);
    const farthest = swap ? smaller(far, distance(positive, negative)) : far;
    return pointwise(sub(add(margin, near), farthest), hinge, reduction);
  }) as Reduced<R>;
}

/** The smaller of two; where they are equal, each has half of the gradient. */
function smaller(x: Tensor, y: Tensor): Tensor {
  return differentiable([x, y], minimum, (dy, x, y) => [mul(dy, portion(x, y)), mul(dy, portion(y, x))]);
}

/** 1 where `x` is the smaller, ½ where both are equal, else 0. */
function portion(x: Tensor, y: Tensor): Tensor {
  return differentiable(
    [x, y],
    (x, y) => sub(1, mul(add(cast(greater(x, y), 'float32'), cast(greaterEqual(x, y), 'float32')), 0.5)),
    (_, x, y) => [zerosLike(x), zerosLike(y)],
  );
}
