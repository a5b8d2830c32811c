import type { Tensor } from '@tensorflow/tfjs-core';
import { add, cast, div, equal, greaterEqual, mul, reshape, sub, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { positivePart } from '../core/hinge';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import { step } from '../core/step';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { length, unit } from './unit';

export interface CosineEmbeddingLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** From which similarity on unlike things are pushed apart; finite, by default 0, sensible between 0 and 0.5. */
  margin?: number | undefined;
}

/**
 * Cosine embedding loss: like things in one direction, unlike things in different ones.
 *
 * With the cosine `c = x1·x2 / √((‖x1‖² + 1e-12) (‖x2‖² + 1e-12))`,
 *
 *     loss = 1 - c               if y = 1, they are alike
 *          = max(0, c - margin)  if y = -1, they are not
 *          = 0                   otherwise
 *
 * The gradient turns the vectors and leaves their lengths. It is the larger the shorter a vector is: that of a zero vector
 * has length 1e6.
 *
 * @param input1 `x1`, vectors `[N, D]`, or one `[D]`
 * @param input2 `x2`, the same shape
 * @param target `y`, 1 or -1, `[N]`, or a scalar for one vector; nothing is broadcast
 * @param options.margin    from which similarity on unlike things are pushed apart; finite, by default 0
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no pairs is NaN
 * @throws RangeError when shapes do not fit, `margin` is not finite or the reduction is unknown, TypeError for other than
 * float32 or an unknown option
 *
 * @example
 * cosineEmbeddingLoss([2, 0], [0, 3], 1)                                           // 1
 * cosineEmbeddingLoss([[2, 0], [0, 1]], [[3, 0], [0, 1]], [-1, -1])                // 1
 * cosineEmbeddingLoss([[2, 0], [0, 1]], [[3, 0], [0, 1]], [1, -1], { margin: 0.5, reduction: 'none' })  // [0, 0.5]
 * grad((x) => cosineEmbeddingLoss(x, [0, 3], -1))([2, 0])                          // [0, 0.5]
 *
 * Same as `torch.nn.functional.cosine_embedding_loss` (2.13). Differs: unequal shapes throw instead of broadcasting;
 * vectors as large as 1e20 have their cosine, not NaN; a `margin` of NaN or infinity throws.
 *
 * Wang et al., "CosFace: large margin cosine loss for deep face recognition", CVPR 2018, has the idea with classes.
 * https://arxiv.org/abs/1801.09414
 */
export function cosineEmbeddingLoss<R extends Reduction = 'mean'>(
  input1: TensorLike,
  input2: TensorLike,
  target: TensorLike,
  options: CosineEmbeddingLossOptions<R> = {},
): Reduced<R> {
  const { margin, reduction } = withDefaults('cosineEmbeddingLoss', options, { margin: 0 });
  if (!Number.isFinite(margin)) {
    throw new RangeError(`cosineEmbeddingLoss: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const { input1: x1, input2: x2 } = floats('cosineEmbeddingLoss', { input1, input2 });
    const { target: y } = floats('cosineEmbeddingLoss', { target });
    checkShapes(x1.shape, y.shape);
    const pull = (dy: Tensor) => (reduction === 'none' ? reshape(dy, [...y.shape, 1]) : share(dy, y.size, reduction));
    const tensors = { input1: x1, input2: x2, target: y };
    return runLoss('cosineEmbeddingLoss', tensors, { margin, reduction }, ({ input1, input2, target }) =>
      differentiable(
        [input1, input2, target],
        (x1, x2, y) => reduce(value(reshape(cosineOf(unit(x1), unit(x2)), y.shape), y, margin), reduction),
        (dy, x1, x2, y) => {
          const [u1, u2] = [unit(x1), unit(x2)];
          const cosine = cosineOf(u1, u2);
          const byCosine = mul(pull(dy), slope(cosine, reshape(y, cosine.shape), margin));
          const turned = (from: Tensor, to: Tensor, x: Tensor) =>
            mul(div(byCosine, length(x)), sub(to, mul(cosine, from)));
          return [turned(u1, u2, x1), turned(u2, u1, x2), zerosLike(y)];
        },
      ),
    );
  }) as Reduced<R>;
}

/** `cosineEmbeddingLoss` with its options chosen beforehand. */
export class CosineEmbeddingLoss<R extends Reduction = 'mean'> extends Loss<CosineEmbeddingLossOptions<R>> {
  call(input1: TensorLike, input2: TensorLike, target: TensorLike): Reduced<R> {
    return cosineEmbeddingLoss(input1, input2, target, this.options);
  }
}

function checkShapes(inputs: readonly number[], target: readonly number[]): void {
  if (inputs.length !== 1 && inputs.length !== 2) {
    throw new RangeError(`cosineEmbeddingLoss: input1 must be [D] or [N,D], got shape [${String(inputs)}]`);
  }
  if (String(target) !== String(inputs.slice(0, -1))) {
    const wanted = String(inputs.slice(0, -1));
    throw new RangeError(
      `cosineEmbeddingLoss: target must have shape [${wanted}] for inputs of [${String(inputs)}], got [${String(target)}]`,
    );
  }
}

function value(cosine: Tensor, y: Tensor, margin: number): Tensor {
  const none = zerosLike(cosine);
  return add(where(equal(y, 1), sub(1, cosine), none), where(equal(y, -1), positivePart(sub(cosine, margin)), none));
}

function cosineOf(u1: Tensor, u2: Tensor): Tensor {
  return rowTotals(mul(u1, u2));
}

function slope(cosine: Tensor, y: Tensor, margin: number): Tensor {
  return step((cosine) => {
    const near = cast(greaterEqual(cosine, margin), 'float32');
    return sub(mul(cast(equal(y, -1), 'float32'), near), cast(equal(y, 1), 'float32'));
  })(cosine);
}
