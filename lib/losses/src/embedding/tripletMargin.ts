import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { tripletOfNorm } from './tripletOfNorm';

export interface TripletMarginLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much farther than the positive the negative should be; > 0, by default 1. */
  margin?: number | undefined;
  /** The degree of the norm; ≥ 1, by default 2, infinity for the largest difference. */
  p?: number | undefined;
  /** What is added to each difference, so that a distance has a gradient at 0; finite, by default 1e-6. */
  eps?: number | undefined;
  /** Whether the negative is compared with the positive where that is nearer to it than the anchor; by default false. */
  swap?: boolean | undefined;
}

/**
 * Triplet margin loss: a thing is nearer to its like than to another, by a margin.
 *
 * With the distance `d(x, y) = ‖x - y + eps‖`, its norm being of degree `p`,
 *
 *     loss = max(0, margin + d(anchor, positive) - d(anchor, negative))
 *
 * and with `swap` the smaller of `d(anchor, negative)` and `d(positive, negative)` in the place of the former.
 *
 * The gradient has length 1 for the positive and for the negative, however far they are, and is 0 for triplets that are
 * apart by the margin. Where two distances tie in `swap`, each takes half.
 *
 * @param anchor   vectors, `[..., D]`
 * @param positive vectors that should be near, the same shape
 * @param negative vectors that should be far, the same shape; nothing is broadcast
 * @param options.margin    how much farther the negative should be; > 0, by default 1
 * @param options.p         the degree of the norm; ≥ 1, by default 2
 * @param options.eps       what is added to each difference; finite, by default 1e-6
 * @param options.swap      whether the negative is also kept from the positive; by default false
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no triplets is NaN
 * @throws RangeError when shapes differ or are scalars, `margin` is not positive, `p` below 1, `eps` not finite or the
 * reduction unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * tripletMarginLoss([0, 0], [3, 0], [0, 2], { eps: 0 })                          // 2
 * tripletMarginLoss([0, 0], [3, 4], [0, 2], { eps: 0, p: 1 })                    // 6
 * tripletMarginLoss([[0], [0]], [[3], [1]], [[2], [9]], { eps: 0, swap: true })  // 1.5
 * grad((a) => tripletMarginLoss(a, [3, 0], [0, 2], { eps: 0 }))([0, 0])          // [-1, 1]
 *
 * Same as `torch.nn.functional.triplet_margin_loss` (2.13): `eps` is added to each difference, so an anchor that equals its
 * positive has the gradient 1/√D in each coordinate. Differs: unequal shapes throw instead of broadcasting, scalars and
 * `p` below 1, which is no norm, throw; distances of vectors as large as 1e20 or, without `eps`, as small as 1e-30 are right
 * instead of infinite or 0.
 *
 * Schroff, Kalenichenko, Philbin, "FaceNet", CVPR 2015, with squared distances. https://arxiv.org/abs/1503.03832
 * Balntas et al., "Learning local feature descriptors with triplets and shallow convolutional neural networks", BMVC 2016,
 * as here and with the swap. https://doi.org/10.5244/C.30.119
 */
export function tripletMarginLoss<R extends Reduction = 'mean'>(
  anchor: TensorLike,
  positive: TensorLike,
  negative: TensorLike,
  options: TripletMarginLossOptions<R> = {},
): Reduced<R> {
  const defaults = { margin: 1, p: 2, eps: 1e-6, swap: false };
  const complete = withDefaults('tripletMarginLoss', options, defaults);
  const { p, eps } = complete;
  if (!(p >= 1)) {
    throw new RangeError(`tripletMarginLoss: p must be ≥ 1, got ${p}`);
  }
  if (!Number.isFinite(eps)) {
    throw new RangeError(`tripletMarginLoss: eps must be finite, got ${eps}`);
  }
  return tripletOfNorm('tripletMarginLoss', { anchor, positive, negative }, complete);
}

/** `tripletMarginLoss` with its options chosen beforehand. */
export class TripletMarginLoss<R extends Reduction = 'mean'> extends Loss<TripletMarginLossOptions<R>> {
  call(anchor: TensorLike, positive: TensorLike, negative: TensorLike): Reduced<R> {
    return tripletMarginLoss(anchor, positive, negative, this.options);
  }
}
