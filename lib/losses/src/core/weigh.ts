import type { Tensor } from '@tensorflow/tfjs-core';
import { div, mul, ones } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import type { Reduction } from './reduction';
import { reduce, share } from './reduction';
import { total } from './total';

// What is left to do with the losses of the elements where each has a weight. These are computations of their own, since one
// with the losses would compute them again for the gradients of the weights, which hardly anyone asks for.

/** The losses times their weights, reduced; the mean divides by their number. */
export function weigh(losses: Tensor, weight: Tensor, reduction: Reduction): Tensor {
  return differentiable(
    [losses, weight],
    (losses, weight) => reduce(mul(losses, weight), reduction),
    (dy, losses, weight) => {
      const each = share(dy, losses.size, reduction);
      return [mul(each, weight), mul(each, losses)];
    },
  );
}

/** The mean of the losses by their weights: it divides by the sum of the weights. */
export function weightedMean(losses: Tensor, weight: Tensor): Tensor {
  return div(weigh(losses, weight, 'sum'), sum(weight));
}

/** `total` with a gradient, which is a constant and no function of `x`: else a second one would multiply infinities in `x` by 0. */
function sum(x: Tensor): Tensor {
  return differentiable([x], total, (dy, x) => [mul(dy, ones(x.shape))]);
}
