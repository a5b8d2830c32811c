import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, exp, eye, log, matMul, max, mul, softplus, squeeze, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { logistic } from '../core/logistic';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { linear, pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { unit } from './unit';

export interface InfoNCELossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** What similarities are divided by; > 0 and finite, by default 0.1. */
  temperature?: number | undefined;
  /** Whether also each positive has to find its query, as in CLIP; by default false. */
  symmetric?: boolean | undefined;
  /** Whether similarity is the cosine (default) or else the dot product. */
  normalize?: boolean | undefined;
}

/**
 * InfoNCE loss: each query finds its own positive among those of the whole batch.
 *
 * With the similarities `s[i, j] = cos(query[i], positives[j]) / temperature`, the cosine being the dot product of vectors
 * divided by `√(‖x‖² + 1e-12)`,
 *
 *     loss[i] = -log softmax(s[i])[i] = log(1 + Σ_{j≠i} exp(s[i, j] - s[i, i]))
 *
 * and with `symmetric` the mean of that and of the same with query and positives exchanged.
 *
 * The gradient pulls a query to its positive and away from the others, from each by the probability that it gives them. A
 * batch of one has no others, so its loss is 0.
 *
 * @param query     vectors `[N, D]`
 * @param positives the one that belongs to each query, `[N, D]`; to all other queries it is a negative
 * @param options.temperature what similarities are divided by; > 0 and finite, by default 0.1
 * @param options.symmetric   whether also each positive has to find its query; by default false
 * @param options.normalize   whether similarity is the cosine (default) or, with `false`, the dot product
 * @param options.reduction   `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no queries is NaN
 * @throws RangeError when shapes differ or are not `[N, D]`, `temperature` is not positive or the reduction is unknown,
 * TypeError for other than float32 or an unknown option
 *
 * @example
 * infoNceLoss([[1, 0], [-1, 0]], [[0, 1], [0, 1]], { reduction: 'none' })          // [Math.fround(Math.LN2), Math.fround(Math.LN2)]
 * infoNceLoss([[3, 4]], [[4, -3]])                                                 // 0
 * infoNceLoss([[9], [1]], [[0], [100]], { temperature: 1, normalize: false })      // 450
 * grad((q) => infoNceLoss(q, [[1], [1]], { temperature: 1, normalize: false }))([[5], [7]])  // [[0], [0]]
 *
 * Same as `torch.nn.functional.cross_entropy(query @ positives.T / temperature, arange(N))` (2.13) with the vectors
 * normalised: PyTorch has no function for it. Differs: unequal shapes throw; a loss of nearly 0 keeps its digits.
 *
 * van den Oord, Li, Vinyals, "Representation learning with contrastive predictive coding", 2018.
 * https://arxiv.org/abs/1807.03748
 * Radford et al., "Learning transferable visual models from natural language supervision", ICML 2021: the symmetric one.
 * https://arxiv.org/abs/2103.00020
 */
export function infoNceLoss<R extends Reduction = 'mean'>(
  query: TensorLike,
  positives: TensorLike,
  options: InfoNCELossOptions<R> = {},
): Reduced<R> {
  const defaults = { temperature: 0.1, symmetric: false, normalize: true };
  const { temperature, symmetric, normalize, reduction } = withDefaults('infoNceLoss', options, defaults);
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new RangeError(`infoNceLoss: temperature must be > 0 and finite, got ${temperature}`);
  }
  return tidy(() => {
    const pair = floats('infoNceLoss', { query, positives });
    if (pair.query.rank !== 2) {
      throw new RangeError(`infoNceLoss: query must be [N,D], got shape [${String(pair.query.shape)}]`);
    }
    const [q, k] = normalize ? [unit(pair.query), unit(pair.positives)] : [pair.query, pair.positives];
    const losses = contrast(q, k, temperature);
    const both = symmetric ? mul(add(losses, contrast(k, q, temperature)), 0.5) : losses;
    return pointwise(squeeze(both, [1]), linear, reduction);
  }) as Reduced<R>;
}

/** `infoNceLoss` with its options chosen beforehand. */
export class InfoNCELoss<R extends Reduction = 'mean'> extends Loss<InfoNCELossOptions<R>> {
  call(query: TensorLike, positives: TensorLike): Reduced<R> {
    return infoNceLoss(query, positives, this.options);
  }
}

/** The loss of each row, `[N, 1]`. With `r` for `log Σ exp` of the negatives, `softplus(r)` keeps what `log(1 + …)` loses. */
function contrast(q: Tensor, k: Tensor, temperature: number): Tensor {
  return differentiable(
    [q, k],
    (q, k) => softplus(logSumExp(rivals(q, k, temperature))),
    (dy, q, k) => {
      const z = rivals(q, k, temperature);
      const pull = div(mul(dy, logistic(logSumExp(z))), temperature);
      const weights = mul(pull, sub(softmax(z), eye(q.shape[0])));
      return [matMul(weights, k), matMul(weights, q, true)];
    },
  );
}

/** By how much each negative is more similar than the positive; the positive itself counts for nothing. */
function rivals(q: Tensor, k: Tensor, temperature: number): Tensor {
  const own = rowTotals(mul(q, k));
  const ahead = div(sub(matMul(q, k, false, true), own), temperature);
  return add(ahead, mul(eye(q.shape[0]), -3e38));
}

function logSumExp(z: Tensor): Tensor {
  return differentiable(
    [z],
    (z) => {
      const most = max(z, -1, true);
      return add(most, log(rowTotals(exp(sub(z, most)))));
    },
    (dy, z) => [mul(dy, softmax(z))],
  );
}

/** The gradient of `logSumExp`. */
function softmax(z: Tensor): Tensor {
  return differentiable(
    [z],
    (z) => {
      const powers = exp(sub(z, max(z, -1, true)));
      return div(powers, rowTotals(powers));
    },
    (dy, z) => {
      const s = softmax(z);
      const weighted = mul(dy, s);
      return [sub(weighted, mul(s, rowTotals(weighted)))];
    },
  );
}
