import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, greaterEqual, minimum, mul, neg, reshape, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { positivePart } from '../core/hinge';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import { step } from '../core/step';
import { norm, slope } from './norm';
import { portion } from './smaller';
import type { Triplet, TripletOptions } from './triplet';
import { vectors } from './triplet';

/** A triplet loss whose distance is `‖x - y + eps‖`, the norm of degree `p`. */
export function tripletOfNorm<R extends Reduction>(
  loss: string,
  triplet: Triplet,
  { p: degree, eps, margin, swap, reduction }: TripletOptions<R> & { p: number; eps: number },
): Reduced<R> {
  const apart = (x: Tensor, y: Tensor) => (eps === 0 ? sub(x, y) : add(sub(x, y), eps));
  const excess = (near: Tensor, far: Tensor) => sub(add(near, margin), far);
  return tidy(() => {
    const tensors = vectors(loss, triplet, margin);
    const samples = tensors.anchor.shape.slice(0, -1);
    return runLoss(loss, tensors, { margin, p: degree, eps, swap, reduction }, ({ anchor, positive, negative }) =>
      differentiable(
        [anchor, positive, negative],
        (a, p, n) => {
          const distance = (x: Tensor, y: Tensor) => norm(apart(x, y), degree);
          const far = swap ? minimum(distance(a, n), distance(p, n)) : distance(a, n);
          return reduce(reshape(positivePart(excess(distance(a, p), far)), samples), reduction);
        },
        (dy, a, p, n) => {
          const [toPositive, toNegative] = [apart(a, p), apart(a, n)];
          const [near, far] = [norm(toPositive, degree), norm(toNegative, degree)];
          const pull = reduction === 'none' ? reshape(dy, [...samples, 1]) : share(dy, near.size, reduction);
          const pulls = (farthest: Tensor) => mul(pull, isPositive(excess(near, farthest)));
          if (!swap) {
            const force = pulls(far);
            const [closer, away] = [
              mul(force, slope(toPositive, degree, near)),
              mul(force, slope(toNegative, degree, far)),
            ];
            return [sub(closer, away), neg(closer), away];
          }
          const swapped = apart(p, n);
          const other = norm(swapped, degree);
          const force = pulls(minimum(far, other));
          const closer = mul(force, slope(toPositive, degree, near));
          const away = mul(mul(force, portion(far, other)), slope(toNegative, degree, far));
          const otherAway = mul(mul(force, portion(other, far)), slope(swapped, degree, other));
          return [sub(closer, away), neg(add(closer, otherAway)), add(away, otherAway)];
        },
      ),
    );
  }) as Reduced<R>;
}

/** 1 also at the kink, as in PyTorch. */
const isPositive = step((x) => cast(greaterEqual(x, 0), 'float32'));
