import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, log, log1p, maximum, mul, neg, square, squaredDifference, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { at, readable } from '../core/readable';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import type { Elementwise } from './binary';
import { binary, spread } from './binary';

export interface BCELossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each element, or a shape that is spread to `input`'s; by default every element counts the same. */
  weight?: TensorLike | undefined;
}

/**
 * Binary cross-entropy of probabilities.
 *
 *     loss = -target log(input) - (1 - target) log(1 - input)
 *
 * Each logarithm is at least -100, so that a sure and wrong probability costs 100 and not infinitely much. The gradient is
 * `(input - target) / (input (1 - input))`, its denominator at least 1e-12.
 * `binaryCrossEntropyWithLogits` is the better one wherever the logits are at hand.
 *
 * @param input  probabilities in 0…1, `[...]`
 * @param target probabilities in 0…1, the same shape
 * @param options.weight    a factor for each element, spread to `[...]`; the mean still divides by the number of elements
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError for a number outside 0…1, NaN too, when shapes differ or the reduction is unknown, TypeError for other
 * than float32 or an unknown option
 *
 * @example
 * binaryCrossEntropy([0, 1], [1, 1])                           // 50
 * binaryCrossEntropy([0, 1], [1, 1], { weight: [0.5, 1] })     // 25
 * binaryCrossEntropy([0, 1], [1, 1], { reduction: 'none' })    // [100, 0]
 * grad((input) => binaryCrossEntropy(input, [1, 0]))([0.5, 0.5])  // [-1, 1]
 *
 * Same as `torch.nn.functional.binary_cross_entropy` (2.13). Differs: `weight` has a gradient.
 *
 * Good, "Rational Decisions", Journal of the Royal Statistical Society B 14(1), 1952.
 * https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
 */
export function binaryCrossEntropy<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: BCELossOptions<R> = {},
): Reduced<R> {
  const { weight, reduction } = withDefaults('binaryCrossEntropy', options, { weight: undefined });
  return tidy(() => {
    const pair = floats('binaryCrossEntropy', { input, target });
    checkProbabilities('input', pair.input);
    checkProbabilities('target', pair.target);
    const weights = spread('binaryCrossEntropy', 'weight', weight, pair.input.shape);
    const tensors = { ...pair, weight: weights };
    return runLoss('binaryCrossEntropy', tensors, { reduction }, ({ input, target, weight }) =>
      binary([input, target], ofProbability, weight, reduction),
    );
  }) as Reduced<R>;
}

/** `binaryCrossEntropy` with its options chosen beforehand. */
export class BCELoss<R extends Reduction = 'mean'> extends Loss<BCELossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return binaryCrossEntropy(input, target, this.options);
  }
}

function checkProbabilities(name: string, x: Tensor): void {
  const found = readable(x);
  const wrong = found?.findIndex((p) => !(p >= 0 && p <= 1)) ?? -1;
  if (wrong >= 0) {
    throw new RangeError(`binaryCrossEntropy: ${name} ${found?.[wrong]}${at(wrong, x.shape)} is not in 0…1`);
  }
}

const ofProbability: Elementwise = {
  value: (x, y) => neg(add(mul(y, maximum(log(x), -100)), mul(sub(1, y), maximum(log1p(neg(x)), -100)))),
  gradient: (dy, x, y) => [mul(dy, slope(x, y)), mul(dy, sub(log1p(neg(x)), log(x)))],
};

/** Its own derivative is by hand as well: that of tfjs is a difference of large numbers where `x` is nearly sure. */
const slope = (x: Tensor, y: Tensor) =>
  differentiable(
    [x, y],
    (x, y) => div(sub(x, y), maximum(variance(x), SMALLEST)),
    (dy, x, y) => [
      mul(dy, div(add(squaredDifference(x, y), variance(y)), square(add(variance(x), SMALLEST)))),
      neg(div(dy, maximum(variance(x), SMALLEST))),
    ],
  );

const variance = (p: Tensor) => mul(p, sub(1, p));

/** What PyTorch divides by at least. */
const SMALLEST = 1e-12;
