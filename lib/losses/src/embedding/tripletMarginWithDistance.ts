import { add, sub, Tensor, tidy } from '@tensorflow/tfjs-core';
import { hinge } from '../core/hinge';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { smaller } from './smaller';
import type { Triplet, TripletOptions } from './triplet';
import { vectors } from './triplet';
import { tripletOfNorm } from './tripletOfNorm';

/** The distances of the vectors of two tensors of one shape. */
export type Distance = (x: Tensor, y: Tensor) => Tensor;

export interface TripletMarginWithDistanceLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** From two tensors of vectors, `[..., D]`, to their distances, `[...]`; by default `‖x - y + 1e-6‖`. */
  distanceFunction?: Distance | undefined;
  /** How much farther than the positive the negative should be; > 0, by default 1. */
  margin?: number | undefined;
  /** Whether the negative is compared with the positive where that is nearer to it than the anchor; by default false. */
  swap?: boolean | undefined;
}

/**
 * Triplet margin loss with a distance of your own.
 *
 *     loss = max(0, margin + d(anchor, positive) - d(anchor, negative))
 *
 * and with `swap` the smaller of `d(anchor, negative)` and `d(positive, negative)` in the place of the former.
 *
 * The gradient flows through `d` as tfjs knows it, so `d` is made of tfjs's operations. Beware of the square root of a sum
 * of squares, and of `tf.norm`: where two vectors are equal, their gradient is NaN.
 *
 * @param anchor   vectors, `[..., D]`
 * @param positive vectors that should be near, the same shape
 * @param negative vectors that should be far, the same shape; nothing is broadcast
 * @param options.distanceFunction `d`, from two tensors `[..., D]` to one `[...]`; by default `‖x - y + 1e-6‖`
 * @param options.margin    how much farther the negative should be; > 0, by default 1
 * @param options.swap      whether the negative is also kept from the positive; by default false
 * @param options.reduction `'none'` keeps what `d` gives; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no triplets is NaN
 * @throws RangeError when shapes differ or are scalars, `margin` is not positive or the reduction is unknown, TypeError when
 * `d` is no function or gives no tensor, for other than float32 or an unknown option
 *
 * @example
 * tripletMarginWithDistanceLoss([0], [3], [2], { distanceFunction: (x, y) => x.sub(y).square().sum(-1) })  // 6
 * tripletMarginWithDistanceLoss([0, 0], [0, 0], [6, 8])                                                    // 0
 * grad((a) => tripletMarginWithDistanceLoss(a, [3], [2], { distanceFunction: (x, y) => x.sub(y).square().sum(-1) }))([0]) // [-2]
 *
 * Same as `torch.nn.functional.triplet_margin_with_distance_loss` (2.13). Differs: unequal shapes throw instead of
 * broadcasting, scalars throw.
 *
 * Balntas et al., "Learning local feature descriptors with triplets and shallow convolutional neural networks", BMVC 2016.
 * https://doi.org/10.5244/C.30.119
 */
export function tripletMarginWithDistanceLoss<R extends Reduction = 'mean'>(
  anchor: TensorLike,
  positive: TensorLike,
  negative: TensorLike,
  options: TripletMarginWithDistanceLossOptions<R> = {},
): Reduced<R> {
  const loss = 'tripletMarginWithDistanceLoss';
  const triplet = { anchor, positive, negative };
  const defaults = { distanceFunction: undefined, margin: 1, swap: false };
  const { distanceFunction, ...rest } = withDefaults(loss, options, defaults);
  return distanceFunction === undefined
    ? tripletOfNorm(loss, triplet, { ...rest, p: 2, eps: 1e-6 })
    : tripletOf(loss, triplet, checked(distanceFunction), rest);
}

/** `tripletMarginWithDistanceLoss` with its options chosen beforehand. */
export class TripletMarginWithDistanceLoss<R extends Reduction = 'mean'> extends Loss<
  TripletMarginWithDistanceLossOptions<R>
> {
  call(anchor: TensorLike, positive: TensorLike, negative: TensorLike): Reduced<R> {
    return tripletMarginWithDistanceLoss(anchor, positive, negative, this.options);
  }
}

/** The distances are left to tfjs, which knows their gradient. */
function tripletOf<R extends Reduction>(
  loss: string,
  triplet: Triplet,
  distance: Distance,
  { margin, swap, reduction }: TripletOptions<R>,
): Reduced<R> {
  return tidy(() => {
    const { anchor, positive, negative } = vectors(loss, triplet, margin);
    const near = distance(anchor, positive);
    const far = distance(anchor, negative);
    const farthest = swap ? smaller(far, distance(positive, negative)) : far;
    return pointwise(sub(add(margin, near), farthest), hinge, reduction);
  }) as Reduced<R>;
}

/** What a notebook passes was not always compiled with our types. */
function checked(distance: Distance): Distance {
  if (typeof (distance as unknown) !== 'function') {
    throw new TypeError(`tripletMarginWithDistanceLoss: distanceFunction must be a function, got ${typeof distance}`);
  }
  return (x, y) => {
    const distances: unknown = distance(x, y);
    if (!(distances instanceof Tensor)) {
      throw new TypeError(
        `tripletMarginWithDistanceLoss: distanceFunction must return a tensor, got ${typeof distances}`,
      );
    }
    return distances;
  };
}
