import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  any,
  cast,
  cumsum,
  div,
  equal,
  expandDims,
  less,
  logicalOr,
  mul,
  reshape,
  slice,
  sub,
  tidy,
} from '@tensorflow/tfjs-core';
import { classes } from '../core/classes';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { linear, pointwise } from '../core/pointwise';
import { readable } from '../core/readable';
import type { Reduced, Reduction } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import type { TensorLike } from '../core/tensors';
import { excess } from './ramp';
import { scores } from './scores';
import { violations } from './violations';

export type MultiLabelMarginLossOptions<R extends Reduction = Reduction> = LossOptions<R>;

/**
 * Multi-label margin loss: each class that a sample has must score at least 1 above each that it has not.
 *
 * With the scores `x` of a sample and the set Y of its classes,
 *
 *     loss = 1 / C · Σ_{j∈Y} Σ_{i∉Y} max(0, 1 + x_i - x_j)
 *
 * Each violation pulls x_i down and x_j up, equally strong. Exactly at the margin the gradient is 0.
 *
 * @param input  scores, `[N,C]`, or `[C]` for one sample
 * @param target the classes of each sample and then -1, the same shape: `[3, 0, -1, 1]` is {3, 0}, since all that follows the
 * first -1 is ignored; a class that stands twice counts twice
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN; a score that is NaN violates nothing
 * @throws RangeError when shapes do not fit, a class is not in 0…C-1 and not -1 or the reduction is unknown, TypeError for
 * other than numbers or an unknown option
 *
 * @example
 * multilabelMarginLoss([[3, 0, 2, 1]], [[0, 3, -1, -1]])                         // 0.5
 * multilabelMarginLoss([[3, 0, 2, 1]], [[1, -1, 0, 0]])                          // 2.25
 * multilabelMarginLoss([3, 0, 2, 1], [0, -1, -1, -1])                            // 0
 * grad((input) => multilabelMarginLoss(input, [[3, -1, 0, 0]]))([[3, 0, 2, 1]])  // [[0.25, 0, 0.25, -0.5]]
 *
 * Same as `torch.nn.functional.multilabel_margin_loss` (2.13). Differs: the mean of no samples is NaN and the sum 0, where
 * PyTorch returns memory that nobody wrote; the margin counts between scores that are huge and equal.
 *
 * Tsoumakas, Katakis, "Multi-Label Classification: An Overview", IJDWM 3(3), 2007. https://doi.org/10.4018/jdwm.2007070101
 */
export function multilabelMarginLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: MultiLabelMarginLossOptions<R> = {},
): Reduced<R> {
  const loss = 'multilabelMarginLoss';
  const { reduction } = withDefaults(loss, options, {});
  return tidy(() => {
    const { x, samples, count } = scores(loss, { input });
    const labels = classes(loss, 'target', target, { shape: [...samples, count], count, ignoreIndex: -1 });
    const slots = leading(reshape(labels, x.shape));
    const own = oneHot(slots, count, 'bool');
    const inSet = expandDims(any(own, 1), 1);
    const apart = logicalOr(inSet, expandDims(less(slots, 0), 2));
    const missing = excess(violations(x, own, apart, 1));
    const pairs = reshape(missing, [-1, (slots.shape[1] ?? 1) * count]);
    const losses = div(rowTotals(pairs), count);
    return pointwise(reshape(losses, samples), linear, reduction);
  }) as Reduced<R>;
}

/** `multilabelMarginLoss` with its options chosen beforehand. */
export class MultiLabelMarginLoss<R extends Reduction = 'mean'> extends Loss<MultiLabelMarginLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return multilabelMarginLoss(input, target, this.options);
  }
}

/**
 * The labels before each row's first -1, and -1 for the others. As many columns as the longest row needs, where that can be
 * read: all pairs of slots and classes are made, and most samples have few of the classes.
 */
function leading(labels: Tensor): Tensor {
  const [rows, count] = labels.shape as [number, number];
  const goesOn = equal(cumsum(cast(less(labels, 0), 'int32'), 1), 0);
  const kept = cast(sub(mul(add(labels, 1), cast(goesOn, 'int32')), 1), 'int32'); // 1 alone is a float32
  const found = readable(kept);
  const longest = found
    ? Array.from(found).reduce((most, label, i) => (label < 0 ? most : Math.max(most, (i % count) + 1)), 1)
    : count;
  return slice(kept, [0, 0], [rows, longest]);
}
