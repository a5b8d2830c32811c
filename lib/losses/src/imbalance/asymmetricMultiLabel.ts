import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  cast,
  div,
  greater,
  log,
  minimum,
  mul,
  neg,
  relu,
  sigmoid,
  sub,
  tidy,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Curve } from '../core/pointwise';
import { power } from '../core/power';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { focal } from './focalCurve';
import { atLeast0, within01 } from '../core/ranges';
import { runLoss } from '../core/runLoss';
import { NEVER_ZERO } from './softmax';

export interface AsymmetricLossMultiLabelOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much likely labels that are there are quietened; ≥ 0, by default 1. */
  gammaPos?: number | undefined;
  /** How much unlikely labels that are not there are quietened; ≥ 0, by default 4. */
  gammaNeg?: number | undefined;
  /** A label that is not there and less likely than this costs nothing; 0 to 1, by default 0.05. */
  clip?: number | undefined;
}

/**
 * Asymmetric loss of several labels, each there or not: the many easy negatives are quietened more than the positives.
 *
 * With `p = σ(logit)` and `q = max(p - clip, 0)`,
 *
 *     loss = -(1 - p)^gammaPos log p      of a target 1
 *          = -q^gammaNeg log(1 - q)       of a target 0
 *
 * and for a target t between, t of the one and 1 - t of the other.
 *
 * @param logits  scores before the sigmoid, `[...]`
 * @param targets 1 for a label that is there, else 0, the same shape; nothing is broadcast
 * @param options.gammaPos  how much likely labels that are there are quietened; ≥ 0, by default 1
 * @param options.gammaNeg  how much unlikely labels that are not there are quietened; ≥ 0, by default 4
 * @param options.clip      a label that is not there and less likely than this costs nothing; 0 to 1, by default 0.05
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no elements is NaN
 * @throws RangeError when shapes differ, an option is out of range or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * asymmetricLossMultiLabel([-1000, -3], [1, 0])                                          // 500
 * asymmetricLossMultiLabel([1000], [0], { clip: 0 })                                     // 1000
 * grad((x) => asymmetricLossMultiLabel(x, [0], { gammaNeg: 0, clip: 0 }))([0])           // [0.5]
 *
 * Same as `-(t * (1 - p)**a * log(p) + (1 - t) * q**b * log(1 - q)).mean()` composed of torch's operations (2.13): PyTorch
 * has no function for it. Differs: the paper's code sums and here the mean is the default; it clamps p at 1e-8 before the
 * logarithm, and by default it detaches the powers from the gradient, which is here that of the formula.
 *
 * Ben-Baruch, Ridnik et al., "Asymmetric Loss For Multi-Label Classification", ICCV 2021.
 * https://arxiv.org/abs/2009.14119
 */
export function asymmetricLossMultiLabel<R extends Reduction = 'mean'>(
  logits: TensorLike,
  targets: TensorLike,
  options: AsymmetricLossMultiLabelOptions<R> = {},
): Reduced<R> {
  const loss = 'asymmetricLossMultiLabel';
  const { gammaPos, gammaNeg, clip, reduction } = withDefaults(loss, options, { gammaPos: 1, gammaNeg: 4, clip: 0.05 });
  atLeast0(loss, { gammaPos, gammaNeg });
  within01(loss, { clip });
  const there = focal(gammaPos);
  const absent = clip === 0 ? mirrored(focal(gammaNeg)) : clipped(gammaNeg, clip);
  return tidy(() => {
    const tensors = floats(loss, { logits, targets });
    return runLoss(loss, tensors, { gammaPos, gammaNeg, clip, reduction }, ({ logits, targets }) =>
      differentiable(
        [logits, targets],
        (x, t) => reduce(add(mul(t, there.value(x)), mul(sub(1, t), absent.value(x))), reduction),
        (dy, x, t) => {
          const each = share(dy, x.size, reduction);
          const byX = add(there.gradient(mul(each, t), x), absent.gradient(mul(each, sub(1, t)), x));
          return [byX, mul(each, sub(there.value(x), absent.value(x)))];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `asymmetricLossMultiLabel` with its options chosen beforehand. */
export class AsymmetricLossMultiLabel<R extends Reduction = 'mean'> extends Loss<AsymmetricLossMultiLabelOptions<R>> {
  call(logits: TensorLike, targets: TensorLike): Reduced<R> {
    return asymmetricLossMultiLabel(logits, targets, this.options);
  }
}

/** An absent label at x costs what one that is there costs at -x. */
const mirrored = ({ value, gradient }: Curve): Curve => ({
  value: (x) => value(neg(x)),
  gradient: (dy, x) => gradient(neg(dy), neg(x)),
});

/** `-q^gamma log(1 - q)`, where `1 - q = min(σ(-x) + clip, 1)` is never 0. */
const clipped = (gamma: number, clip: number): Curve => ({
  value: (x) => neg(mul(power(over(x, clip), gamma), log(minimum(add(sigmoid(neg(x)), clip), 1)))),
  gradient: (dy, x) => {
    const q = over(x, clip);
    const left = sub(1, q);
    const some = add(q, NEVER_ZERO);
    const byQ = mul(power(some, gamma - 1), sub(div(some, left), mul(log(left), gamma)));
    return mul(mul(dy, byQ), mul(isOver(x, clip), mul(sigmoid(x), sigmoid(neg(x)))));
  },
});

function over(x: Tensor, clip: number): Tensor {
  return relu(sub(sigmoid(x), clip));
}

/** 1 where p is above the clip, else 0: where the loss has a slope. */
function isOver(x: Tensor, clip: number): Tensor {
  return differentiable(
    [x],
    (x) => cast(greater(sigmoid(x), clip), 'float32'),
    (_, x) => [zerosLike(x)],
  );
}
