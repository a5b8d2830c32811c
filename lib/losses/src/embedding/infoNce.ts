import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  div,
  exp,
  log,
  matMul,
  max,
  maximum,
  mul,
  neg,
  range,
  reshape,
  softplus,
  sub,
  tidy,
  transpose,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { ahead, byScore } from '../core/ahead';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { byVector, unit } from './unit';

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
    const [count] = pair.query.shape as [number, number];
    const direction = (x: Tensor) => (normalize ? unit(x) : x);
    const scores = (q: Tensor, k: Tensor) => matMul(div(q, temperature), k, false, true);
    return runLoss('infoNceLoss', pair, { temperature, symmetric, normalize, reduction }, ({ query, positives }) =>
      differentiable(
        [query, positives, range(0, count, 1, 'int32')],
        (query, positives, own) => {
          const s = scores(direction(query), direction(positives));
          const losses = contrast(s, own);
          const both = symmetric ? mul(add(losses, contrast(transpose(s), own)), 0.5) : losses;
          return reduce(reshape(both, [count]), reduction);
        },
        (dy, query, positives, own) => {
          if (query.size === 0) return [zerosLike(query), zerosLike(positives)]; // WASM's matMul of nothing prints an error
          const [q, k] = [direction(query), direction(positives)];
          const s = scores(q, k);
          const pull = reduction === 'none' ? reshape(dy, [count, 1]) : share(dy, count, reduction);
          const scaled = div(pull, symmetric ? 2 * temperature : temperature);
          const there = pulls(scaled, s, own);
          const weights = symmetric ? add(there, transpose(pulls(scaled, transpose(s), own))) : there;
          const [byQ, byK] = [matMul(weights, k), matMul(weights, q, true)];
          return normalize ? [byVector(byQ, query), byVector(byK, positives)] : [byQ, byK];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `infoNceLoss` with its options chosen beforehand. */
export class InfoNCELoss<R extends Reduction = 'mean'> extends Loss<InfoNCELossOptions<R>> {
  call(query: TensorLike, positives: TensorLike): Reduced<R> {
    return infoNceLoss(query, positives, this.options);
  }
}

/** The loss of each row of scores, `[N,1]`. With `r` for `log Σ exp` of the negatives, `softplus(r)` keeps what `log(1 + …)` loses. */
function contrast(scores: Tensor, own: Tensor): Tensor {
  const z = ahead(scores, own);
  const most = maximum(max(z, -1, true), -3e38); // -∞ where there is no negative
  return softplus(add(most, log(rowTotals(exp(sub(z, most))))));
}

/** Its derivative by the scores, `[N,N]`, times `dy`, `[N,1]`: to each negative its probability, to the positive minus their sum. */
function pulls(dy: Tensor, scores: Tensor, own: Tensor): Tensor {
  return byScore(mul(dy, probabilities(ahead(scores, own))), own);
}

/** The softmax of a row and one score 0 more, which is the positive's. */
function probabilities(z: Tensor): Tensor {
  return differentiable(
    [z],
    (z) => {
      const most = maximum(max(z, -1, true), 0);
      const powers = exp(sub(z, most));
      return div(powers, add(rowTotals(powers), exp(neg(most))));
    },
    (dy, z) => {
      const p = probabilities(z);
      return [mul(p, sub(dy, rowTotals(mul(p, dy))))];
    },
  );
}
