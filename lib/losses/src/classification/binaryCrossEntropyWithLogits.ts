import type { Tensor } from '@tensorflow/tfjs-core';
import { add, mul, neg, sigmoid, softplus, sub, tidy, zerosLike } from '@tensorflow/tfjs-core';
import { constant } from '../core/constant';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import type { Elementwise } from './binary';
import { binary, spread } from './binary';

export interface BCEWithLogitsLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each element, or a shape that is spread to `input`'s; by default every element counts the same. */
  weight?: TensorLike | undefined;
  /** What a positive counts, spread to `input`'s shape, by default 1; above 1 it finds more positives. It has no gradient. */
  posWeight?: TensorLike | undefined;
}

/**
 * Binary cross-entropy of logits.
 *
 * With `softplus(x) = log(1 + eˣ)`, which never overflows, and `p` for `posWeight`,
 *
 *     loss = p target softplus(-input) + (1 - target) softplus(input)
 *
 * The gradient is `sigmoid(input) - target` for `p` = 1: at most 1, and never 0 while the prediction is wrong.
 *
 * @param input  logits, `[...]`
 * @param target probabilities, the same shape; usually in 0…1, which is not checked
 * @param options.weight    a factor for each element, spread to `[...]`; the mean still divides by the number of elements
 * @param options.posWeight a factor for the first term, spread to `[...]`; above 1 it finds more positives
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32, an
 * unknown option or the gradient of `posWeight`
 *
 * @example
 * binaryCrossEntropyWithLogits([50, -50], [0, 0])                           // 25
 * binaryCrossEntropyWithLogits([50, -50], [0, 0], { weight: [3, 1] })       // 75
 * binaryCrossEntropyWithLogits([50, -50], [1, 1], { posWeight: 2 })         // 50
 * binaryCrossEntropyWithLogits([50, -50], [0, 1], { reduction: 'none' })    // [50, 50]
 * grad((input) => binaryCrossEntropyWithLogits(input, [0, 1]))([0, 0])      // [0.25, -0.25]
 *
 * Same as `torch.nn.functional.binary_cross_entropy_with_logits` (2.13). Differs: an input of -Infinity for a target of 1
 * costs Infinity instead of NaN; `weight` has a gradient.
 *
 * Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical Society B 20(2), 1958.
 * https://doi.org/10.1111/j.2517-6161.1958.tb00292.x
 */
export function binaryCrossEntropyWithLogits<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: BCEWithLogitsLossOptions<R> = {},
): Reduced<R> {
  const loss = 'binaryCrossEntropyWithLogits';
  const { weight, posWeight, reduction } = withDefaults(loss, options, {
    weight: undefined,
    posWeight: undefined,
  });
  return tidy(() => {
    const pair = floats(loss, { input, target });
    const { shape } = pair.input;
    const weights = spread(loss, 'weight', weight, shape);
    const positives = spread(loss, 'posWeight', posWeight, shape);
    const fixed = positives && constant(`${loss}: posWeight`, positives);
    const tensors = { ...pair, weight: weights, posWeight: fixed };
    return runLoss(loss, tensors, { reduction }, ({ input, target, weight, posWeight }) =>
      posWeight === undefined
        ? binary([input, target], even, weight, reduction)
        : binary([input, target, posWeight], uneven, weight, reduction),
    );
  }) as Reduced<R>;
}

/** `binaryCrossEntropyWithLogits` with its options chosen beforehand. */
export class BCEWithLogitsLoss<R extends Reduction = 'mean'> extends Loss<BCEWithLogitsLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return binaryCrossEntropyWithLogits(input, target, this.options);
  }
}

/** Two terms, each right in its last digit: shorter forms with one softplus cancel where the loss is small. */
const terms = (x: Tensor, yes: Tensor, no: Tensor) => add(mul(yes, softplus(neg(x))), mul(no, softplus(x)));

/** The derivative of the terms, and the derivative of that: a bell, in which tfjs's own would cancel as well. */
const slope = (x: Tensor, yes: Tensor, no: Tensor) =>
  differentiable(
    [x, yes, no],
    (x, yes, no) => sub(mul(no, sigmoid(x)), mul(yes, sigmoid(neg(x)))),
    (dy, x, yes, no) => [
      mul(mul(dy, add(yes, no)), mul(sigmoid(x), sigmoid(neg(x)))),
      neg(mul(dy, sigmoid(neg(x)))),
      mul(dy, sigmoid(x)),
    ],
  );

const even: Elementwise = {
  value: (x, y) => terms(x, y, sub(1, y)),
  gradient: (dy, x, y) => [mul(dy, slope(x, y, sub(1, y))), neg(mul(dy, x))],
};

/** The third input is the weight of positives, which is a constant. */
const uneven: Elementwise = {
  value: (x, y, p) => terms(x, mul(y, p), sub(1, y)),
  gradient: (dy, x, y, p) => [
    mul(dy, slope(x, mul(y, p), sub(1, y))),
    mul(dy, sub(mul(p, softplus(neg(x))), softplus(x))),
    zerosLike(p), // never used: it is constant
  ],
};
