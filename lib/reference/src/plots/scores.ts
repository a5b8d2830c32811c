import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { clipByValue, fill, log, neg, log1p, stack, sub, zeros } from '@tensorflow/tfjs-core';

/** Class 0 for every row: the one that is right in these plots. */
export const rightClass = (rows: Tensor): Tensor => zeros([rows.shape[0]], 'int32');

/** Rows of scores: the right class has the number, the others have these. */
export const scores =
  (...others: readonly number[]) =>
  (x: Tensor1D): Tensor =>
    stack([x, ...others.map((other) => fill(x.shape, other))], 1);

/** The logit of a probability, which stays where float32 can tell it from 0 and 1. */
export function logit(p: Tensor1D): Tensor1D {
  const inside = clipByValue(p, 0.002, 0.998);
  return sub(log(inside), log1p(neg(inside)));
}

/** Two scores of which the softmax gives the right class this probability. */
export const scoresOfProbability = (p: Tensor1D): Tensor => scores(0)(logit(p));
