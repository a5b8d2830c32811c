import type { Tensor } from '@tensorflow/tfjs-core';
import { add, expandDims, maximum, mul, neg, onesLike, reshape, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { power } from '../core/power';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import { atLeast0, within01 } from '../core/ranges';
import { runLoss } from '../core/runLoss';
import { scored } from './scored';
import type { Softmax } from './softmax';
import { NEVER_ZERO, softmax, throughSoftmax } from './softmax';

export interface FocalLossWithLabelSmoothingOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How much the likely classes are quietened; ≥ 0, by default 2. */
  gamma?: number | undefined;
  /** How much of the target is spread over all classes; 0 to 1, by default 0.1. */
  epsilon?: number | undefined;
}

/**
 * Focal loss against smoothed classes.
 *
 * The target is `s = 1 - epsilon + epsilon / C` for the example's own class and `epsilon / C` for each other. With the
 * softmax's probabilities p,
 *
 *     loss = -Σ s[c] (1 - p[c])^gamma log p[c]
 *
 * Each class is quietened by its own p, so of the other classes hardly anything is. Focal and smoothing both push p down:
 * with three classes, gamma 2 and epsilon 0.1 the loss is least where the right class has p = 0.715.
 *
 * @param logits  scores before the softmax, `[N, C]`
 * @param classes the right classes 0…C-1, `[N]`
 * @param options.gamma     how much the likely classes are quietened; ≥ 0, by default 2
 * @param options.epsilon   how much of the target is spread over all classes; 0 to 1, by default 0.1
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no examples is NaN
 * @throws RangeError when shapes differ, a class is not in 0…C-1, `gamma` or `epsilon` is out of range or the reduction
 * is unknown, TypeError for logits other than float32 or an unknown option
 *
 * @example
 * focalLossWithLabelSmoothing([[1000, 0]], [0], { epsilon: 1 })                                // 500
 * focalLossWithLabelSmoothing([[1000, 0]], [0], { epsilon: 0 })                                // 0
 * grad((z) => focalLossWithLabelSmoothing(z, [1], { gamma: 0, epsilon: 0.5 }))([[0, 0]])       // [[0.25, -0.25]]
 *
 * Same as `-(s * (1 - p)**gamma * torch.log_softmax(logits, 1)).sum(1).mean()` with `p = softmax(logits)` (2.13): PyTorch
 * has no function for it. Differs: where p rounds to 1, a gamma below 1 makes PyTorch's gradient NaN and this one right.
 *
 * Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017. https://arxiv.org/abs/1708.02002
 * Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", CVPR 2016. https://arxiv.org/abs/1512.00567
 */
export function focalLossWithLabelSmoothing<R extends Reduction = 'mean'>(
  logits: TensorLike,
  classes: TensorLike,
  options: FocalLossWithLabelSmoothingOptions<R> = {},
): Reduced<R> {
  const loss = 'focalLossWithLabelSmoothing';
  const { gamma, epsilon, reduction } = withDefaults(loss, options, { gamma: 2, epsilon: 0.1 });
  atLeast0(loss, { gamma });
  within01(loss, { epsilon });
  return tidy(() => {
    const { z, y } = scored(loss, { logits, classes });
    return runLoss(loss, { logits: z, classes: y }, { gamma, epsilon, reduction }, ({ logits, classes }) =>
      differentiable(
        [logits, classes],
        (z, y) => {
          const { logP, rest } = softmax(z);
          const parts = mul(mul(smooth(z, y, epsilon), power(rest, gamma)), logP());
          return reduce(neg(reshape(rowTotals(parts), y.shape)), reduction);
        },
        (dy, z, y) => {
          const parts = softmax(z);
          const slope = mul(smooth(z, y, epsilon), byLogP(parts, gamma));
          const each = share(dy, y.size, reduction);
          return [throughSoftmax(mul(each.rank === 1 ? expandDims(each, 1) : each, slope), parts)];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `focalLossWithLabelSmoothing` with its options chosen beforehand. */
export class FocalLossWithLabelSmoothing<R extends Reduction = 'mean'> extends Loss<
  FocalLossWithLabelSmoothingOptions<R>
> {
  call(logits: TensorLike, classes: TensorLike): Reduced<R> {
    return focalLossWithLabelSmoothing(logits, classes, this.options);
  }
}

/** The derivative of `-(1 - p)^gamma log p` by `log p`. */
function byLogP({ p, logP, rest }: Softmax, gamma: number): Tensor {
  if (gamma === 0) return neg(onesLike(p));
  const some = add(rest, NEVER_ZERO);
  const lost = mul(mul(p, gamma), maximum(logP(), LOWEST));
  return mul(power(some, gamma - 1), sub(lost, some));
}

/** Below this p is 0 in float32, and so is p log p, which -∞ itself would make NaN. */
const LOWEST = -1e4;

function smooth(logits: Tensor, classes: Tensor, epsilon: number): Tensor {
  return add(mul(oneHot(classes, logits.shape[1] ?? 0), 1 - epsilon), epsilon / (logits.shape[1] ?? 1));
}
