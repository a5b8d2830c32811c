import type { Tensor } from '@tensorflow/tfjs-core';
import { add, maximum, mul, neg, sigmoid, softplus } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import type { Curve } from '../core/pointwise';
import { power } from '../core/power';

/**
 * `-(1 - p)^gamma log p` as a curve of the log-odds `m` of p, where `-log p = softplus(-m)` and `1 - p = σ(-m)`.
 *
 * Its slope is `-(1 - p)^gamma (gamma p (-log p) + 1 - p)`: no power below gamma, so none that a p of 1 makes infinite.
 */
export const focal = (gamma: number): Curve => ({
  value: (m) => mul(doubt(m, gamma), softplus(neg(m))),
  gradient: (dy, m) => {
    const lost = mul(sigmoid(m), softplus(neg(maximum(m, LOWEST))));
    return neg(mul(mul(dy, doubt(m, gamma)), add(mul(gamma, lost), sigmoid(neg(m)))));
  },
});

/** Below this p is 0 in float32, and so is p log p, which -∞ itself would make NaN. */
const LOWEST = -1e4;

/** `(1 - p)^gamma`. tfjs's own gradient of `pow` divides by 1 - p, which may be 0. */
function doubt(m: Tensor, gamma: number): Tensor {
  return differentiable(
    [m],
    (m) => power(sigmoid(neg(m)), gamma),
    (dy, m) => [mul(mul(dy, -gamma), mul(sigmoid(m), doubt(m, gamma)))],
  );
}
