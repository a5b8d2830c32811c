import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { abs, add, mul, scalar, square, tidy } from '@tensorflow/tfjs-core';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import { sign } from '../core/sign';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/**
 * L1 penalty `Σ |θ|` of a model's parameters: it pulls each towards 0 with the same force, and many get there.
 *
 * The gradient is the sign of θ, 0 where θ is 0.
 *
 * @param parameters the parameters, tensors of any shapes; of none the penalty is 0
 * @returns the sum over all of them, a scalar
 * @throws TypeError for what is no list of float32 tensors
 *
 * @example
 * l1Penalty([[1, -2], [[3], [0]]])                 // 6
 * grad((theta) => l1Penalty([theta]))([2, -2, 0])  // [1, -1, 0]
 *
 * Tibshirani, "Regression Shrinkage and Selection via the Lasso", J. R. Stat. Soc. B 58(1), 1996.
 * https://doi.org/10.1111/j.2517-6161.1996.tb02080.x
 */
export function l1Penalty(parameters: readonly TensorLike[]): Scalar {
  return penalty('l1Penalty', parameters, absolute);
}

/**
 * L2 penalty `Σ θ²` of a model's parameters, the squared norm: it pulls each towards 0 the harder, the farther it is.
 *
 * The gradient is `2θ`. Under Adam this is not the decoupled weight decay of AdamW.
 *
 * @param parameters the parameters, tensors of any shapes; of none the penalty is 0
 * @returns the sum over all of them, a scalar
 * @throws TypeError for what is no list of float32 tensors
 *
 * @example
 * l2Penalty([[1, -2], [[3], [0]]])                 // 14
 * grad((theta) => l2Penalty([theta]))([2, -2, 0])  // [4, -4, 0]
 *
 * Hoerl, Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems", Technometrics 12(1), 1970.
 * https://doi.org/10.1080/00401706.1970.10488634
 */
export function l2Penalty(parameters: readonly TensorLike[]): Scalar {
  return penalty('l2Penalty', parameters, squared);
}

function penalty(name: string, parameters: readonly TensorLike[], curve: Curve): Scalar {
  if (!Array.isArray(parameters)) {
    throw new TypeError(`${name}: parameters must be a list of tensors, such as [weights, bias]`);
  }
  return tidy(() =>
    (parameters as readonly TensorLike[])
      .map((theta, i) =>
        pointwise(floats(name, { [`parameters[${i}]`]: theta })[`parameters[${i}]`] as Tensor, curve, 'sum'),
      )
      .reduce<Tensor>((all, one) => add(all, one), scalar(0)),
  ) as Scalar;
}

const absolute: Curve = {
  value: abs,
  gradient: (dy, theta) => mul(dy, sign(theta)),
};

const squared: Curve = {
  value: square,
  gradient: (dy, theta) => mul(mul(dy, 2), theta),
};
