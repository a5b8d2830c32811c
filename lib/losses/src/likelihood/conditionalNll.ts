import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { add, exp, minimum, mul, reshape, slice2d, square, stack, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export type ConditionalNLLLossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * Conditional negative log-likelihood: of observations, of which a network predicts the mean `m` and the log-variance `s`.
 *
 * With the error `d = target - m`,
 *
 *     loss = ½ (s + d² exp(-s))
 *
 * The gradients are `-d exp(-s)` by `m` and `½ (1 - d² exp(-s))` by `s`, so `exp(s)` grows to the mean of `d²` and no
 * constraint keeps it positive. There is no minimum for a point that is met exactly: `s` falls for ever.
 *
 * @param prediction means and log-variances, `[N,2]`
 * @param target     observations, `[N]`; a column `[N,1]` is refused
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss without the constant `½ log 2π`; the mean of no elements is NaN
 * @throws RangeError for other shapes or an unknown reduction, TypeError for other than float32 or an unknown option
 *
 * @example
 * conditionalNllLoss([[1, 0], [2, 0]], [3, 2])                     // 1
 * conditionalNllLoss([[1, 4]], [1])                                // 2
 * grad((p) => conditionalNllLoss(p, [3, 1]))([[1, 0], [2, 0]])     // [[-1, -0.75], [0.5, 0]]
 *
 * Same as `0.5 * (s + (target - m) ** 2 * torch.exp(-s)).mean()`: PyTorch has only `gaussian_nll_loss`, of the variance.
 * Differs: it stays finite where `d²` or `exp(-s)` alone overflows; a target `[N,1]` throws instead of making `[N,N]` of it.
 *
 * Nix, Weigend, "Estimating the mean and variance of the target probability distribution", ICNN 1994.
 * https://doi.org/10.1109/ICNN.1994.374138
 */
export function conditionalNllLoss<R extends Reduction = 'mean'>(
  prediction: TensorLike,
  target: TensorLike,
  options: ConditionalNLLLossOptions<R> = {},
): Reduced<R> {
  const { reduction } = withDefaults('conditionalNllLoss', options, {});
  return tidy(() => {
    const { prediction: both } = floats('conditionalNllLoss', { prediction });
    const { target: observed } = floats('conditionalNllLoss', { target });
    const [size] = observed.shape;
    if (observed.rank !== 1 || String(both.shape) !== `${size},2`) {
      throw new RangeError(
        `conditionalNllLoss: prediction has shape [${String(both.shape)}] and target [${String(observed.shape)}]; ` +
          `they must be [N,2] and [N]`,
      );
    }
    const tensors = { prediction: both as Tensor2D, target: observed as Tensor1D };
    return runLoss('conditionalNllLoss', tensors, { reduction }, ({ prediction, target }) =>
      likelihood(prediction, target, reduction),
    );
  }) as Reduced<R>;
}

/** `conditionalNllLoss` with its options chosen beforehand. */
export class ConditionalNLLLoss<R extends Reduction = 'mean'> extends Loss<ConditionalNLLLossOptions<R>> {
  call(prediction: TensorLike, target: TensorLike): Reduced<R> {
    return conditionalNllLoss(prediction, target, this.options);
  }
}

/** With `r = exp(-s/2)` and the standardised error `z = d r`, all is in powers of `z` and `r`: neither is squared too early. */
function likelihood(prediction: Tensor2D, target: Tensor1D, reduction: Reduction): Tensor {
  return differentiable(
    [prediction, target],
    (prediction, target) => {
      const s = column(prediction, 1);
      const z = mul(sub(target, column(prediction, 0)), precisionRoot(s));
      return reduce(mul(add(s, square(z)), 0.5), reduction);
    },
    (dy, prediction, target) => {
      const pull = share(dy, target.size, reduction);
      const r = precisionRoot(column(prediction, 1));
      const z = mul(sub(target, column(prediction, 0)), r);
      const byTarget = mul(mul(pull, z), r);
      const byLogVariance = mul(mul(pull, 0.5), sub(1, square(z)));
      return [stack([mul(byTarget, -1), byLogVariance], 1), byTarget];
    },
  );
}

function column(prediction: Tensor2D, index: number): Tensor1D {
  const [size] = prediction.shape;
  return reshape(slice2d(prediction, [0, index], [size, 1]), [size]);
}

/** `exp(-s/2)`, held finite, so that the error 0 of a memorised point times it is 0 and not NaN. */
function precisionRoot(s: Tensor1D): Tensor1D {
  return minimum(exp(mul(s, -0.5)), 3.4e38);
}
