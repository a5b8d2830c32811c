import type { Tensor } from '@tensorflow/tfjs-core';
import { mul, neg, sigmoid } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';

/** `1 / (1 + exp(-x))`, whose slope stays right where tfjs's, `σ (1 - σ)`, is 0 because σ is 1. */
export function logistic(x: Tensor): Tensor {
  return differentiable([x], sigmoid, (dy, x) => [mul(dy, mul(logistic(x), logistic(neg(x))))]);
}
