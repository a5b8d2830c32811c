import type { Tensor } from '@tensorflow/tfjs-core';
import { add, atanh, div, greater, log, mul, neg, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { power } from '../core/power';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { atLeast0 } from '../core/ranges';
import { runLoss } from '../core/runLoss';
import { scored } from './scored';
import type { Softmax } from './softmax';
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
    return runLoss(
      'asymmetricLoss',
      { logits: z, classes: y },
      { gammaPos, gammaNeg, reduction },
      ({ logits, classes }) =>
        differentiable(
          [logits, classes],
          (z, y) => {
            const { right, wrong, sure, rest } = sides(softmax(z), y);
            const quiet = add(mul(right, power(rest, gammaPos)), mul(wrong, power(rest, gammaNeg)));
            return reduce(neg(mul(quiet, logOf(sure, rest))), reduction);
          },
          (dy, z, y) => {
            const parts = softmax(z);
            const { right, wrong, sure, rest } = sides(parts, y);
            const some = add(rest, NEVER_ZERO);
            const gamma = add(mul(right, gammaPos), mul(wrong, gammaNeg));
            const quieter = add(mul(right, power(some, gammaPos - 1)), mul(wrong, power(some, gammaNeg - 1)));
            const bySure = mul(quieter, sub(mul(gamma, logOf(sure, rest)), div(some, add(sure, OFFSET))));
            const byP = mul(bySure, sub(right, wrong));
            return [throughSoftmax(mul(share(dy, z.size, reduction), mul(byP, parts.p)), parts)];
          },
        ),
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

/**
 * Both sides of the loss as one, `-rest^gamma log(sure + 1e-8)`, where `sure` is p and `rest` is 1 - p at the right class,
 * and the other way round at the wrong ones. All are shaped as p; `right` and `wrong` are 1 or 0.
 */
function sides({ p, rest }: Softmax, classes: Tensor): Record<'right' | 'wrong' | 'sure' | 'rest', Tensor> {
  const right = oneHot(classes, p.shape[1] ?? 0);
  const wrong = sub(1, right);
  return { right, wrong, sure: add(mul(right, p), mul(wrong, rest)), rest: add(mul(right, rest), mul(wrong, p)) };
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
