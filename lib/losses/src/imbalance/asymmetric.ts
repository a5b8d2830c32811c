import type { Tensor } from '@tensorflow/tfjs-core';
import { add, atanh, div, greater, log, mul, neg, pow, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { atLeast0 } from '../core/ranges';
import { scored } from './scored';
import { NEVER_ZERO, softmax, throughSoftmax } from './softmax';

export interface AsymmetricLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much the right class is quietened when it is likely; ≥ 0, by default 2. */
  gammaPos?: number | undefined;
  /** How much the other classes are quietened when they are unlikely; ≥ 0, by default 4. */
  gammaNeg?: number | undefined;
}

/**
 * Asymmetric loss of one class against the rest, on softmax probabilities.
 *
 * Each class c of an example of class `y`, with its probability `p`, has the loss
 *
 *     -(1 - p)^gammaPos log(p + 1e-8)   if c = y
 *     -p^gammaNeg log(1 - p + 1e-8)     otherwise
 *
 * The softmax ties the classes together, so this is no set of independent questions: `asymmetricLossMultiLabel` is. The
 * 1e-8 ends the learning where it is needed most: below p = 1e-8 of the right class the gradient vanishes.
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.gammaPos  how much the right class is quietened when it is likely; ≥ 0, by default 2
 * @param options.gammaNeg  how much the other classes are quietened when they are unlikely; ≥ 0, by default 4
 * @param options.reduction `'none'` keeps `[N, C]`; `'mean'` (default, over N·C) and `'sum'` give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, a gamma is negative or the reduction is unknown,
 * TypeError for logits other than float32 or an unknown option
 *
 * @example
 * asymmetricLoss([[0, 1000]], [0], { gammaPos: 0, gammaNeg: 0, reduction: 'none' })   // [[18.420680999755859, 18.420680999755859]]
 * asymmetricLoss([[0, 1000]], [1]).arraySync() < 1e-7                                 // true
 *
 * Same as `-(t * (1 - p)**a * log(p + 1e-8) + (1 - t) * p**b * log(1 - p + 1e-8)).mean()` in float64, with
 * `p = softmax(logits)` and `t = one_hot(classes)` (2.13): PyTorch has no function for it. Differs: PyTorch's float32 loses
 * the 1e-8 beside 1; where p is exactly 0 or 1, a gamma below 1 makes its gradient NaN and this one 0.
 *
 * After Ben-Baruch, Ridnik et al., "Asymmetric Loss For Multi-Label Classification", ICCV 2021.
 * https://arxiv.org/abs/2009.14119
 */
export function asymmetricLoss<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: AsymmetricLossOptions<R> = {},
): Reduced<R> {
  const { gammaPos, gammaNeg, reduction } = withDefaults('asymmetricLoss', options, { gammaPos: 2, gammaNeg: 4 });
  atLeast0('asymmetricLoss', { gammaPos, gammaNeg });
  return tidy(() => {
    const { z, y } = scored('asymmetricLoss', { logits, classes });
    return differentiable(
      [z, y],
      (z, y) => {
        const { p, rest } = softmax(z);
        return reduce(
          where(oneHot(y, z.shape[1] ?? 0, 'bool'), loss(p, rest, gammaPos), loss(rest, p, gammaNeg)),
          reduction,
        );
      },
      (dy, z, y) => {
        const { p, rest } = softmax(z);
        const byP = where(oneHot(y, z.shape[1] ?? 0, 'bool'), slope(p, rest, gammaPos), neg(slope(rest, p, gammaNeg)));
        return [throughSoftmax(mul(share(dy, z.size, reduction), mul(byP, p)), z)];
      },
    );
  }) as Reduced<R>;
}

/** `asymmetricLoss` with its options chosen beforehand. */
export class AsymmetricLoss<R extends Reduction = 'mean'> extends Loss<AsymmetricLossOptions<R>> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return asymmetricLoss(logits, classes, this.options);
  }
}

const OFFSET = 1e-8;

/** `-b^gamma log(a + 1e-8)` of two probabilities that add up to 1. */
function loss(a: Tensor, b: Tensor, gamma: number): Tensor {
  return neg(mul(pow(b, gamma), logOf(a, b)));
}

/** The derivative of `loss` by `a`, when `b` is `1 - a`. */
function slope(a: Tensor, b: Tensor, gamma: number): Tensor {
  const some = add(b, NEVER_ZERO);
  const byB = mul(mul(gamma, pow(some, gamma - 1)), logOf(a, b));
  return sub(byB, div(pow(some, gamma), add(a, OFFSET)));
}

/**
 * `log(a + 1e-8)`. Near 1 it is made from `b`, as the `log1p` of `w = 1e-8 - b`, for `a` has lost the digits; as
 * `2 atanh(w / (2 + w))`, for the WASM backend's `log1p` is no better than `log(1 + w)`.
 */
function logOf(a: Tensor, b: Tensor): Tensor {
  return differentiable(
    [a, b],
    (a, b) => {
      const w = sub(OFFSET, b);
      return where(greater(a, 0.5), mul(2, atanh(div(w, add(2, w)))), log(add(a, OFFSET)));
    },
    (dy, a, b) => [div(dy, add(a, OFFSET)), zerosLike(b)],
  );
}
