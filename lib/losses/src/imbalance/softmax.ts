import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  argMax,
  atanh,
  div,
  greater,
  log,
  max,
  mul,
  softmax as fused,
  sub,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { oneHot } from '../core/oneHot';
import { rowTotals } from '../core/rowTotals';

/** What a loss of every class's probability needs of the logits `[N, C]`; each shaped like them. */
export interface Softmax {
  p: Tensor;
  /** `1 - p`, with all its digits where p rounds to 1. */
  rest: Tensor;
  /** The logarithm of p, with all its digits where p rounds to 1. */
  logP: () => Tensor;
  /** 1 at the largest p of each row, which alone may be near 1, else 0; and the other way round. */
  first: Tensor;
  others: Tensor;
}

/** Added to a probability that may be 0 before a power that may be negative: 0 times the power is then 0 and not NaN. */
export const NEVER_ZERO = 1e-18;

/** Everything is computed once, and has a derivative by the logits. */
export function softmax(logits: Tensor): Softmax {
  const first = differentiable(
    [logits],
    (z) => oneHot(argMax(z, 1), z.shape[1] ?? 0),
    (_, z) => [zerosLike(z)], // tfjs has no gradient of `argMax`, not even 0
  );
  const others = sub(1, first);
  const p = differentiable(
    [logits],
    (z) => fused(z),
    (dy, z) => {
      const parts = softmax(z);
      return [throughSoftmax(mul(dy, parts.p), parts)];
    },
  );
  const restOfFirst = rowTotals(mul(p, others));
  const rest = differentiable<[Tensor]>(
    [logits],
    () => add(mul(sub(1, p), others), mul(first, restOfFirst)),
    (dy, z) => {
      const parts = softmax(z);
      return [throughSoftmax(mul(mul(dy, -1), parts.p), parts)];
    },
  );
  const logP = () =>
    differentiable(
      [logits],
      (z) => add(sub(z, max(z, 1, true)), logOf(max(p, 1, true), restOfFirst)),
      (dy, z) => [throughSoftmax(dy, softmax(z))],
    );
  return { p, rest, logP, first, others };
}

/**
 * The logarithm of `p`, whose `rest` is `1 - p`; near 1 made from the rest, as `log(1 - rest) = -2 atanh(rest / (2 - rest))`,
 * for the WASM backend's `log1p` is no better than `log(1 + x)`.
 */
function logOf(p: Tensor, rest: Tensor): Tensor {
  return where(greater(p, 0.5), mul(-2, atanh(div(rest, sub(2, rest)))), log(p));
}

/**
 * The gradient by the logits, from `slopes`, those by each `log p`: `slope - p Σ slopes`.
 *
 * For the largest p, which may be near 1, that is `(1 - p) slope - p Σ other slopes`, without cancellation.
 */
export function throughSoftmax(slopes: Tensor, { p, rest, first, others }: Softmax): Tensor {
  const own = mul(slopes, add(others, mul(first, rest)));
  const sums = add(mul(others, rowTotals(slopes)), mul(first, rowTotals(mul(slopes, others))));
  return sub(own, mul(p, sums));
}
