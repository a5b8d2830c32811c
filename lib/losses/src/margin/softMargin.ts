import { mul, neg, softplus, tidy } from '@tensorflow/tfjs-core';
import { logistic } from '../core/logistic';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export type SoftMarginLossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * Soft margin loss: logistic regression with labels -1 and 1.
 *
 * With the margin `z = target · input`, positive where the sign is right,
 *
 *     loss = log(1 + e^-z)
 *
 * The gradient by z is -σ(-z): -1 for a bad error, and never quite 0, however right the sign.
 *
 * @param input  scores, `[...]`
 * @param target labels -1 or 1, the same shape; labels 0 would give log 2 whatever the score
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * softMarginLoss([200, -200], [1, 1])                     // 100
 * softMarginLoss([200, -200], [1, -1])                    // 0
 * softMarginLoss([200], [-1], { reduction: 'none' })      // [200]
 * grad((input) => softMarginLoss(input, [1, -1]))([0, 0]) // [-0.25, 0.25]
 *
 * Same as `torch.nn.functional.soft_margin_loss` (2.13). Differs: where z is below -88 the loss is -z and the gradient -1,
 * PyTorch's infinite and NaN; `target` has a gradient too; unequal shapes throw instead of broadcasting.
 *
 * Cox, "The Regression Analysis of Binary Sequences", JRSS B 20(2), 1958. https://doi.org/10.1111/j.2517-6161.1958.tb00292.x
 */
export function softMarginLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: SoftMarginLossOptions<R> = {},
): Reduced<R> {
  const { reduction } = withDefaults('softMarginLoss', options, {});
  return tidy(() => {
    const tensors = floats('softMarginLoss', { input, target });
    return runLoss('softMarginLoss', tensors, { reduction }, ({ input, target }) =>
      pointwise(mul(input, target), softHinge, reduction),
    );
  }) as Reduced<R>;
}

/** `softMarginLoss` with its options chosen beforehand. */
export class SoftMarginLoss<R extends Reduction = 'mean'> extends Loss<SoftMarginLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return softMarginLoss(input, target, this.options);
  }
}

/** tfjs's `softplus` neither overflows nor, unlike `log1p` of WASM, loses what is small. */
const softHinge: Curve = {
  value: (z) => softplus(neg(z)),
  gradient: (dy, z) => mul(neg(dy), logistic(neg(z))),
};
