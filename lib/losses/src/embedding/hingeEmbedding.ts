import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, greaterEqual, mul, notEqual, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { positivePart } from '../core/hinge';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import { step } from '../core/step';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface HingeEmbeddingLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How far apart unlike things should be; finite, by default 1. */
  margin?: number | undefined;
}

/**
 * Hinge embedding loss: like things near, unlike things at least a margin apart.
 *
 * With the distance `x` of two things, made by whatever means,
 *
 *     loss = x                   if y = 1, they are alike
 *          = max(0, margin - x)  if y = -1, they are not
 *
 * The gradient is 1, or -1 for unlike things within the margin, also just at it; farther ones are left where they are.
 *
 * @param input  distances `x`, `[...]`
 * @param target `y`, 1 or -1, the same shape; nothing is broadcast. Any other number adds both terms, as in PyTorch
 * @param options.margin    how far apart unlike things should be; finite, by default 1
 * @param options.reduction `'none'` keeps `[...]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no distances is NaN
 * @throws RangeError when shapes differ, `margin` is not finite or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * hingeEmbeddingLoss([0.5, 0.25], [1, -1], { reduction: 'none' })       // [0.5, 0.75]
 * hingeEmbeddingLoss([0.5, 3], [1, -1])                                 // 0.25
 * hingeEmbeddingLoss([0.5, 3], [1, -1], { margin: 4 })                  // 0.75
 * grad((x) => hingeEmbeddingLoss(x, [1, -1]))([0.5, 1])                 // [0.5, -0.5]
 *
 * Same as `torch.nn.functional.hinge_embedding_loss` (2.13). Differs: unequal shapes throw instead of broadcasting; a
 * `margin` of NaN or infinity throws.
 *
 * Hadsell, Chopra, LeCun, "Dimensionality reduction by learning an invariant mapping", CVPR 2006, whose loss squares both
 * terms. https://doi.org/10.1109/CVPR.2006.100
 */
export function hingeEmbeddingLoss<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: HingeEmbeddingLossOptions<R> = {},
): Reduced<R> {
  const { margin, reduction } = withDefaults('hingeEmbeddingLoss', options, { margin: 1 });
  if (!Number.isFinite(margin)) {
    throw new RangeError(`hingeEmbeddingLoss: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const tensors = floats('hingeEmbeddingLoss', { input, target });
    return runLoss('hingeEmbeddingLoss', tensors, { margin, reduction }, ({ input, target }) =>
      differentiable(
        [input, target],
        (x, y) => reduce(value(x, y, margin), reduction),
        (dy, x, y) => [mul(share(dy, x.size, reduction), slope(x, y, margin)), zerosLike(y)],
      ),
    );
  }) as Reduced<R>;
}

/** `hingeEmbeddingLoss` with its options chosen beforehand. */
export class HingeEmbeddingLoss<R extends Reduction = 'mean'> extends Loss<HingeEmbeddingLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return hingeEmbeddingLoss(input, target, this.options);
  }
}

function value(x: Tensor, y: Tensor, margin: number): Tensor {
  const none = zerosLike(x);
  return add(where(notEqual(y, -1), x, none), where(notEqual(y, 1), positivePart(sub(margin, x)), none));
}

function slope(x: Tensor, y: Tensor, margin: number): Tensor {
  return step((x) => {
    const within = mul(cast(notEqual(y, 1), 'float32'), cast(greaterEqual(sub(margin, x), 0), 'float32'));
    return sub(cast(notEqual(y, -1), 'float32'), within);
  })(x);
}
