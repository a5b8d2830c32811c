import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, log, maximum, mul, reshape, square, sub, tidy, transpose } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { at, readable } from '../core/readable';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface GaussianNLLLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** Whether to add the constant `½ log 2π`, by default false. */
  full?: boolean | undefined;
  /** The smallest variance; > 0, by default 1e-6. */
  eps?: number | undefined;
}

/**
 * Gaussian negative log-likelihood: of observations whose mean and variance are predicted.
 *
 * With the error `d = input - target` and `v = max(variance, eps)`,
 *
 *     loss = ½ (log v + d² / v), and with `full` + ½ log 2π
 *
 * A large variance excuses a large error, and costs `½ log v`. The gradients are `d / v` and, by `variance`,
 * `½ (1/v - d²/v²)`: that of `v` also where `eps` replaced `variance`, so that a variance of 0 can grow again.
 *
 * @param input  predicted means, `[...]`
 * @param target observations, the same shape; nothing is broadcast
 * @param variance predicted variances, ≥ 0: of `input`'s shape; of that shape with one axis 1, or without its last axis (one
 * variance for a row); or one number. So for `input` `[2,2]` a `variance` `[2]` is one for each row
 * @param options.full      whether to add `½ log 2π`, by default false
 * @param options.eps       the smallest variance; > 0, by default 1e-6
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, a variance is negative (except on WebGPU, where it is `eps`), `eps` is not positive
 * or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * gaussianNllLoss([1, 3], [0, 3], [1, 1])                           // 0.25
 * gaussianNllLoss([1, 3], [0, 3], 1, { reduction: 'none' })         // [0.5, 0]
 * gaussianNllLoss([[1, 3]], [[0, 1]], [1])                          // 1.25
 * grad((input) => gaussianNllLoss(input, [0, 3], [1, 2]))([1, 7])   // [0.5, 1]
 * grad((variance) => gaussianNllLoss([2], [0], variance))([1])      // [-1.5]
 *
 * Same as `torch.nn.functional.gaussian_nll_loss` (2.13). Differs: d² / v is d (d / v), which overflows later; unequal shapes of
 * `input` and `target`, and an `eps` that is not positive, throw.
 *
 * Nix, Weigend, "Estimating the mean and variance of the target probability distribution", ICNN 1994.
 * https://doi.org/10.1109/ICNN.1994.374138
 */
export function gaussianNllLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  variance: TensorLike,
  options: GaussianNLLLossOptions<R> = {},
): Reduced<R> {
  const { full, eps, reduction } = withDefaults('gaussianNllLoss', options, { full: false, eps: 1e-6 });
  if (!(eps > 0)) {
    throw new RangeError(`gaussianNllLoss: eps must be > 0, got ${eps}`);
  }
  return tidy(() => {
    const pair = floats('gaussianNllLoss', { input, target });
    const { var: given } = floats('gaussianNllLoss', { var: variance });
    const shape = typeof variance === 'number' ? [] : broadcastable(given.shape, pair.input.shape);
    refuseNegative(given);
    const tensors = { ...pair, var: reshape(given, shape) };
    return runLoss('gaussianNllLoss', tensors, { full, eps, reduction }, ({ input, target, var: variance }) =>
      likelihood(input, target, variance, { constant: full ? HALF_LOG_2PI : 0, eps, reduction }),
    );
  }) as Reduced<R>;
}

/** `gaussianNllLoss` with its options chosen beforehand. */
export class GaussianNLLLoss<R extends Reduction = 'mean'> extends Loss<GaussianNLLLossOptions<R>> {
  call(input: TensorLike, target: TensorLike, variance: TensorLike): Reduced<R> {
    return gaussianNllLoss(input, target, variance, this.options);
  }
}

const HALF_LOG_2PI = Math.log(2 * Math.PI) / 2;

/** The shape by which a variance is broadcast to the input, if it is one of those that PyTorch accepts. */
function broadcastable(variance: number[], input: number[]): number[] {
  if (String(variance) === String(input.slice(0, -1)) && variance.length < input.length) {
    return [...variance, 1];
  }
  const unequal = variance.filter((size, axis) => size !== input[axis]);
  if (variance.length === input.length && (unequal.length === 0 || String(unequal) === '1')) {
    return variance;
  }
  throw new RangeError(
    `gaussianNllLoss: input has shape [${String(input)}] and var [${String(variance)}]; ` +
      `it must be that, or with one axis 1, or without the last axis`,
  );
}

function refuseNegative(variance: Tensor): void {
  const found = readable(variance);
  const wrong = found?.findIndex((v) => v < 0) ?? -1;
  if (wrong >= 0) {
    throw new RangeError(`gaussianNllLoss: var ${found?.[wrong]}${at(wrong, variance.shape)} is negative`);
  }
}

function likelihood(
  input: Tensor,
  target: Tensor,
  variance: Tensor,
  { constant, eps, reduction }: { constant: number; eps: number; reduction: Reduction },
): Tensor {
  return differentiable(
    [input, target, variance],
    (x, t, given) => {
      const v = atLeast(given, eps);
      const d = sub(x, t);
      const losses = mul(add(log(v), mul(d, div(d, v))), 0.5);
      return reduce(constant === 0 ? losses : add(losses, constant), reduction);
    },
    (dy, x, t, given) => {
      const v = atLeast(given, eps);
      const pull = share(dy, x.size, reduction);
      const error = div(sub(x, t), v);
      const byMean = mul(pull, error);
      const byMeans = [byMean, mul(byMean, -1)];
      if (given.rank < x.rank) {
        return byMeans; // one number, which is no tensor of the caller's
      }
      const byVariance = mul(mul(pull, 0.5), sub(div(1, v), square(error)));
      return [...byMeans, overBroadcast(byVariance, given)];
    },
  );
}

/** The variance, or `eps` where that is greater, with the gradient of the variance itself. */
function atLeast(variance: Tensor, eps: number): Tensor {
  return differentiable(
    [variance],
    (v) => maximum(v, eps),
    (dy) => [mul(dy, 1)],
  );
}

/** A gradient summed over the axis along which the variance was broadcast. */
function overBroadcast(gradient: Tensor, variance: Tensor): Tensor {
  const axis = gradient.shape.findIndex((size, axis) => size !== variance.shape[axis]);
  if (axis < 0) {
    return gradient;
  }
  const others = gradient.shape.flatMap((_, i) => (i === axis ? [] : [i]));
  return reshape(rowTotals(transpose(gradient, [...others, axis])), variance.shape);
}
