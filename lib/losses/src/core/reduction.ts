import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { div } from '@tensorflow/tfjs-core';
import { total } from './total';

export const reductions = ['none', 'mean', 'sum'] as const;

/** What becomes of the losses of the elements. */
export type Reduction = (typeof reductions)[number];

/** What a loss returns: a scalar, but with `'none'` a tensor like the input. */
export type Reduced<R extends string> = 'none' extends R ? Tensor : Scalar;

/** Reduces the losses of the elements. The mean of nothing is NaN (0 / 0), the sum of nothing 0. */
export function reduce(losses: Tensor, reduction: Reduction): Tensor {
  switch (reduction) {
    case 'none':
      return losses;
    case 'sum':
      return total(losses);
    case 'mean':
      return div(total(losses), losses.size);
  }
}

/** The gradient of `reduce`: what one element's loss adds to the result, times `dy`. Still a scalar after a reduction. */
export function share(dy: Tensor, size: number, reduction: Reduction): Tensor {
  return reduction === 'mean' ? div(dy, size) : dy;
}
