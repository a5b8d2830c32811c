import type { Tensor } from '@tensorflow/tfjs-core';
import { mul, neg, sigmoid } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** The sigmoid σ(x), whose derivative is σ(x) σ(-x); of tfjs's σ (1 - σ) rounding leaves nothing where σ is near 1. */
export function logistic(x: Tensor): Tensor {
  return differentiable([x], sigmoid, (dy, x) => [mul(dy, mul(logistic(x), logistic(neg(x))))]);
}
