import { mul, sub, tidy } from '@tensorflow/tfjs-core';
import { hinge } from '../core/hinge';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface MarginRankingLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** By how much the right one must be ahead; finite, by default 0. */
  margin?: number | undefined;
}

/**
 * Margin ranking loss: of two scores the right one must be ahead by a margin.
 *
 *     loss = max(0, margin - y (x1 - x2))   y = 1: x1 is the higher; y = -1: x2 is
 *
 * A pair in order and apart by the margin teaches nothing; any other pulls both scores with the same force.
 *
 * @param input1 scores `x1`, `[...]`
 * @param input2 scores `x2`, the same shape
 * @param target which is the higher, `y`, 1 or -1, the same shape; nothing is broadcast
 * @param options.margin    by how much the right one must be ahead; finite, by default 0
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no pairs is NaN
 * @throws RangeError when shapes differ, `margin` is not finite or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * marginRankingLoss([3, 1], [1, 2], [1, 1])                          // 0.5
 * marginRankingLoss([3, 1], [1, 2], [-1, -1])                        // 1
 * marginRankingLoss([3, 1], [1, 2], [1, 1], { margin: 3 })           // 2.5
 * grad((x1) => marginRankingLoss(x1, [1, 2], [-1, 1]))([3, 1])       // [0.5, -0.5]
 *
 * Same as `torch.nn.functional.margin_ranking_loss` (2.13): a pair just at the margin has the gradient of one within.
 * Differs: unequal shapes throw instead of broadcasting; a `margin` of NaN or infinity throws.
 *
 * Herbrich, Graepel, Obermayer, "Support vector learning for ordinal regression", ICANN 1999.
 * https://doi.org/10.1049/cp:19991091
 */
export function marginRankingLoss<R extends Reduction = 'mean'>(
  input1: TensorLike,
  input2: TensorLike,
  target: TensorLike,
  options: MarginRankingLossOptions<R> = {},
): Reduced<R> {
  const { margin, reduction } = withDefaults('marginRankingLoss', options, { margin: 0 });
  if (!Number.isFinite(margin)) {
    throw new RangeError(`marginRankingLoss: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const tensors = floats('marginRankingLoss', { input1, input2, target });
    return runLoss('marginRankingLoss', tensors, { margin, reduction }, ({ input1, input2, target }) =>
      pointwise(sub(margin, mul(target, sub(input1, input2))), hinge, reduction),
    );
  }) as Reduced<R>;
}

/** `marginRankingLoss` with its options chosen beforehand. */
export class MarginRankingLoss<R extends Reduction = 'mean'> extends Loss<MarginRankingLossOptions<R>> {
  call(input1: TensorLike, input2: TensorLike, target: TensorLike): Reduced<R> {
    return marginRankingLoss(input1, input2, target, this.options);
  }
}
