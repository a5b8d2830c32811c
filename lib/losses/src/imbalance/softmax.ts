import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  argMax,
  div,
  equal,
  exp,
  expandDims,
  log,
  max,
  mul,
  range,
  softplus,
  sub,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { rowTotals } from '../core/rowTotals';

/** What a loss of every class's probability needs of the logits `[N, C]`; each shaped like them. */
export interface Softmax {
  p: Tensor;
  logP: Tensor;
  /** `1 - p`, with all its digits where p rounds to 1. */
  rest: Tensor;
}

/** Added to a probability that may be 0 before a power that may be negative: 0 times the power is then 0 and not NaN. */
export const NEVER_ZERO = 1e-18;

export function softmax(logits: Tensor): Softmax {
  return { p: probability(logits), logP: logProbability(logits), rest: remainder(logits) };
}

function probability(logits: Tensor): Tensor {
  return differentiable(
    [logits],
    (z) => exp(logProbability(z)),
    (dy, z) => [throughSoftmax(mul(dy, probability(z)), z)],
  );
}

function logProbability(logits: Tensor): Tensor {
  return differentiable(
    [logits],
    (z) => sub(sub(z, max(z, 1, true)), softplus(log(behind(z)))),
    (dy, z) => [throughSoftmax(dy, z)],
  );
}

/** Only the largest p can be near 1, and for it the others' sum does not cancel. */
function remainder(logits: Tensor): Tensor {
  return differentiable(
    [logits],
    (z) => {
      const others = behind(z);
      return where(isFirst(z), div(others, add(1, others)), sub(1, probability(z)));
    },
    (dy, z) => [throughSoftmax(mul(mul(dy, -1), probability(z)), z)],
  );
}

/**
 * The gradient by the logits, from `slopes`, those by each `log p`: `slope - p Σ slopes`.
 *
 * For the largest p, which may be near 1, that is `(1 - p) slope - p Σ other slopes`, without cancellation.
 */
export function throughSoftmax(slopes: Tensor, logits: Tensor): Tensor {
  const first = isFirst(logits);
  const { p, rest } = { p: probability(logits), rest: remainder(logits) };
  const others = rowTotals(where(first, zerosLike(slopes), slopes));
  return sub(where(first, mul(slopes, rest), slopes), mul(p, where(first, others, rowTotals(slopes))));
}

/** The sum of `exp(z - max z)` over the classes other than the first, whose own is 1. */
function behind(logits: Tensor): Tensor {
  const shifted = exp(sub(logits, max(logits, 1, true)));
  return rowTotals(where(isFirst(logits), zerosLike(shifted), shifted));
}

/** Which class has the largest logit. By hand, because tfjs has no gradient of `equal`, not even 0. */
function isFirst(logits: Tensor): Tensor {
  return differentiable(
    [logits],
    (z) => equal(expandDims(argMax(z, 1), 1), range(0, z.shape[1] ?? 0, 1, 'int32')),
    (_, z) => [zerosLike(z)],
  );
}
