import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, exp, lessEqual, log, mul, neg, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface PoissonNLLLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Whether `input` is the logarithm of the rate (default) or the rate. */
  logInput?: boolean | undefined;
  /** Whether to add Stirling's approximation of `log(target!)`, by default false. */
  full?: boolean | undefined;
  /** What keeps a rate of 0 from having the logarithm -∞ when `logInput` is false; ≥ 0, by default 1e-8. */
  eps?: number | undefined;
}

/**
 * Poisson negative log-likelihood: of counts whose rate is predicted.
 *
 *     loss = exp(input) - target · input       with `logInput`
 *          = input - target · log(input + eps) without
 *
 * without `log(target!)`, which does not depend on the rate; `full` adds Stirling's approximation of it,
 * `target log target - target + ½ log(2π target)`, where `target > 1`.
 * The gradient is `exp(input) - target`, the rate minus the count; without `logInput` it is `1 - target / (input + eps)`.
 *
 * @param input  logarithms of rates, or rates without `logInput`, `[...]`
 * @param target counts, the same shape; nothing is broadcast
 * @param options.logInput  whether `input` is the logarithm of the rate, by default true
 * @param options.full      whether to add what depends on `target` alone, by default false
 * @param options.eps       is added to a rate before its logarithm; ≥ 0, by default 1e-8
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN. A rate above 3.4e38 (`input` ≥ 88.73) is ∞ in float32, as in PyTorch
 * @throws RangeError when shapes differ, `eps` is negative or the reduction is unknown, TypeError for other than float32 or
 * an unknown option
 *
 * @example
 * poissonNllLoss([0, 0], [3, 1])                          // 1
 * poissonNllLoss([1, 2], [0, 0], { logInput: false })     // 1.5
 * grad((input) => poissonNllLoss(input, [3, 1]))([0, 0])  // [-1, 0]
 *
 * Same as `torch.nn.functional.poisson_nll_loss` (2.13). Differs: with `full` the gradient by a target of 0 is finite, not NaN;
 * unequal shapes and a negative `eps` throw.
 *
 * Nelder, Wedderburn, "Generalized Linear Models", Journal of the Royal Statistical Society A 135(3), 1972.
 * https://doi.org/10.2307/2344614
 */
export function poissonNllLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: PoissonNLLLossOptions<R> = {},
): Reduced<R> {
  const defaults = { logInput: true, full: false, eps: 1e-8 };
  const { logInput, full, eps, reduction } = withDefaults('poissonNllLoss', options, defaults);
  if (!(eps >= 0)) {
    throw new RangeError(`poissonNllLoss: eps must be ≥ 0, got ${eps}`);
  }
  return tidy(() => {
    const pair = floats('poissonNllLoss', { input, target });
    const rate = logInput ? ofLogRate : ofRate(eps);
    return runLoss('poissonNllLoss', pair, { logInput, full, eps, reduction }, ({ input, target }) =>
      differentiable(
        [input, target],
        (x, t) => reduce(full ? add(rate.value(x, t), stirling.value(t)) : rate.value(x, t), reduction),
        (dy, x, t) => {
          const pull = share(dy, x.size, reduction);
          const slope = rate.byTarget(x);
          return [mul(pull, rate.byInput(x, t)), mul(pull, full ? add(slope, stirling.slope(t)) : slope)];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `poissonNllLoss` with its options chosen beforehand. */
export class PoissonNLLLoss<R extends Reduction = 'mean'> extends Loss<PoissonNLLLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return poissonNllLoss(input, target, this.options);
  }
}

interface Rate {
  value: (x: Tensor, t: Tensor) => Tensor;
  byInput: (x: Tensor, t: Tensor) => Tensor;
  byTarget: (x: Tensor) => Tensor;
}

const ofLogRate: Rate = {
  value: (x, t) => sub(exp(x), mul(t, x)),
  byInput: (x, t) => sub(exp(x), t),
  byTarget: (x) => neg(x),
};

const ofRate = (eps: number): Rate => ({
  value: (x, t) => sub(x, mul(t, log(add(x, eps)))),
  byInput: (x, t) => sub(1, div(t, add(x, eps))),
  byTarget: (x) => neg(log(add(x, eps))),
});

/** Stirling's `log(t!)`, and its derivative; both 0 for the counts 0 and 1. */
const stirling = {
  value: (t: Tensor) => {
    const half = mul(log(mul(t, 2 * Math.PI)), 0.5);
    return aboveOne(t, add(mul(t, sub(log(t), 1)), half));
  },
  slope: (t: Tensor) => aboveOne(t, add(log(t), div(0.5, t))),
};

function aboveOne(t: Tensor, x: Tensor): Tensor {
  return where(lessEqual(t, 1), zerosLike(x), x);
}
