import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  cast,
  concat,
  div,
  fill,
  greater,
  greaterEqual,
  less,
  mul,
  reshape,
  split,
  sub,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { classes } from '../core/classes';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { pick } from '../core/rowEntries';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import { step } from '../core/step';
import type { TensorLike } from '../core/tensors';
import { byClassOf, leading, occupied } from './labelSlots';
import { above, excess } from './ramp';
import { scores } from './scores';

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
    const tensors = { input: x, target: reshape(labels, x.shape) };
    const losses = runLoss(loss, tensors, { reduction }, ({ input, target }) =>
      differentiable(
        [input, leading(target)],
        (x, slots) => reduce(reshape(div(value(x, slots), count), [-1]), reduction),
        (dy, x, slots) => {
          const pull = reduction === 'none' ? reshape(dy, [-1, 1]) : share(dy, x.size / count, reduction);
          return [mul(div(pull, count), slope(x, slots))];
        },
      ),
    );
    return reduction === 'none' ? reshape(losses, samples) : losses;
  }) as Reduced<R>;
}

/** `multilabelMarginLoss` with its options chosen beforehand. */
export class MultiLabelMarginLoss<R extends Reduction = 'mean'> extends Loss<MultiLabelMarginLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return multilabelMarginLoss(input, target, this.options);
  }
}

/** The sum of all violations of each row, `[N,1]`: one slot after the other, since those of all at once are `[N,K,C]`. */
function value(x: Tensor, slots: Tensor): Tensor {
  const others = outsiders(x, slots);
  const sums = columns(slots).map((slot) => tidy(() => rowTotals(excess(lacks(x, others, slot)))));
  return rowTotals(concat(sums, 1));
}

/** Its derivative by the scores, `[N,C]`: how often each class is too high, less how often it is too low. */
const slope = (x: Tensor, slots: Tensor) =>
  step((x) => {
    const others = outsiders(x, slots);
    let high = zerosLike(x);
    const low = columns(slots).map((slot) => {
      const { sum, violations } = tidy(() => {
        const tooHigh = above(lacks(x, others, slot));
        return { sum: add(high, tooHigh), violations: rowTotals(tooHigh) };
      });
      high.dispose();
      high = sum;
      return violations;
    });
    return sub(high, byClassOf(slots, concat(low, 1), x.shape[1] ?? 1));
  })(x);

/** The scores of the classes that a sample has not; -∞ for the others. */
function outsiders(x: Tensor, slots: Tensor): Tensor {
  const filled = cast(greaterEqual(slots, 0), 'float32');
  return where(greater(byClassOf(slots, filled, x.shape[1] ?? 1), 0), fill(x.shape, -Infinity), x);
}

/** By how much each of the others lacks the distance 1 below the class of a slot, `[N,1]`; none lacks any below an empty one. */
function lacks(x: Tensor, others: Tensor, slot: Tensor): Tensor {
  const score = where(less(slot, 0), fill(slot.shape, Infinity), pick(x, reshape(occupied(slot), [-1])));
  return add(sub(others, score), 1);
}

function columns(slots: Tensor): Tensor[] {
  return split(slots, slots.shape[1] ?? 1, 1);
}
