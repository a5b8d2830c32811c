import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, equal, exp, log, mul, neg, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, reductions, share } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/** `'batchmean'` is the sum divided by the size of axis 0: the mean divergence of the distributions in the rows. */
export type KLDivReduction = Reduction | 'batchmean';

export interface KLDivLossOptions<R extends KLDivReduction = KLDivReduction> extends LossOptions<R> {
  /** Whether `target` holds log-probabilities too; by default false. */
  logTarget?: boolean | undefined;
}

/**
 * Kullback-Leibler divergence: how many nats the distribution `q` loses when the data come from `p`.
 *
 * With `input = log q` and `target = p`,
 *
 *     loss = p (log p - log q), and 0 where p = 0
 *
 * The gradient by `log q` is `-p`: only where `p` has mass does `q` matter.
 *
 * @param input  log-probabilities, `[...]`
 * @param target probabilities, the same shape; log-probabilities with `logTarget`; a negative probability gives NaN
 * @param options.logTarget whether `target` holds `log p`, by default false
 * @param options.reduction `'none'` keeps `[...]`; `'batchmean'` divides the sum by the size of axis 0, as the divergence
 * itself does; `'mean'` (default) divides by the number of elements, `'sum'` by nothing
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ or the reduction is unknown, TypeError for other than float32 or an unknown option
 *
 * @example
 * klDiv([[0, 0]], [[0, 1]])                                  // 0
 * klDiv([[-1, -3]], [[1, 0]], { reduction: 'batchmean' })    // 1
 * klDiv([[-1, -3]], [[1, 0]])                                // 0.5
 * klDiv([-2], [0], { logTarget: true })                      // 2
 * grad((input) => klDiv(input, [0.25, 0.75]))([-1, -3])      // [-0.125, -0.375]
 *
 * Same as `torch.nn.functional.kl_div` (2.13). Differs: where p = 0 the loss is 0 and so are its gradients, also for log q =
 * -∞ or log p = -∞, of which PyTorch makes 0 · ∞ = NaN, as of its gradient by p = 0; unequal shapes throw instead of
 * broadcasting.
 *
 * Kullback, Leibler, "On Information and Sufficiency", Annals of Mathematical Statistics 22(1), 1951.
 * https://doi.org/10.1214/aoms/1177729694
 */
export function klDiv<R extends KLDivReduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: KLDivLossOptions<R> = {},
): Reduced<R> {
  const allowed = [...reductions, 'batchmean'];
  const { logTarget, reduction } = withDefaults('klDiv', options, { logTarget: false }, allowed);
  return tidy(() => {
    const pair = floats('klDiv', { input, target });
    const [rows = 1] = pair.input.shape;
    return runLoss('klDiv', pair, { logTarget, reduction }, ({ input, target }) =>
      reduction === 'batchmean'
        ? div(divergence(input, target, logTarget, 'sum'), rows)
        : divergence(input, target, logTarget, reduction),
    );
  }) as Reduced<R>;
}

/** `klDiv` with its options chosen beforehand. */
export class KLDivLoss<R extends KLDivReduction = 'mean'> extends Loss<KLDivLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return klDiv(input, target, this.options);
  }
}

function divergence(input: Tensor, target: Tensor, logTarget: boolean, reduction: Reduction): Tensor {
  const p = (t: Tensor) => (logTarget ? exp(t) : t);
  const logP = (t: Tensor) => (logTarget ? t : log(t));
  return differentiable(
    [input, target],
    (logQ, t) => reduce(whereMass(p(t), mul(p(t), sub(logP(t), logQ))), reduction),
    (dy, logQ, t) => {
      const pull = share(dy, t.size, reduction);
      const slope = add(sub(logP(t), logQ), 1);
      return [mul(pull, opposite(p(t), logQ)), mul(pull, whereMass(p(t), logTarget ? mul(p(t), slope) : slope))];
    },
  );
}

/** 0 where `p` is 0, whatever infinity stands there. */
function whereMass(p: Tensor, x: Tensor): Tensor {
  return where(equal(p, 0), zerosLike(x), x);
}

/** `-p`, which hangs on `logQ` with the derivative 0: of a constant tfjs would say that it has no second derivative. */
function opposite(p: Tensor, logQ: Tensor): Tensor {
  return differentiable(
    [p, logQ],
    (p) => neg(p),
    (dy, _, logQ) => [neg(dy), zerosLike(logQ)],
  );
}
