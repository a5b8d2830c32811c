import type { NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';
import { cast, expandDims, gather, mul, tidy, where, zerosLike } from '@tensorflow/tfjs-core';
import { columnTotals } from '../core/columnTotals';
import { differentiable } from '../core/differentiable';
import { oneHot } from '../core/oneHot';
import type { Curve } from '../core/pointwise';
import { pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { weigh } from '../core/weigh';
import { logOdds } from './logOdds';
import { scored } from './scored';

/**
 * A loss that is a curve of the right class's log-odds, with a factor for each class. The mean is over the N examples.
 *
 * @param loss its name, for errors
 * @param alpha the factor of all classes, or one for each
 */
export function classCurve<R extends Reduction>(
  loss: string,
  args: { logits: TensorLike; classes: TensorLike; alpha?: TensorLike },
  attributes: { reduction: R; [option: string]: NamedAttrMap[string] },
  curve: Curve,
): Reduced<R> {
  const { reduction } = attributes;
  return tidy(() => {
    const { z, y, count } = scored(loss, args);
    const { alpha = 1 } = args;
    if (typeof alpha === 'number') {
      return runLoss(loss, { logits: z, classes: y }, { ...attributes, alpha }, ({ logits, classes }) => {
        const losses = pointwise(logOdds(logits, classes), curve, reduction);
        return alpha === 1 ? losses : mul(losses, alpha);
      });
    }
    const weights = floats(loss, { alpha }).alpha;
    if (String(weights.shape) !== String([count])) {
      throw new RangeError(
        `${loss}: the classes' factors have shape [${String(weights.shape)}]; it must be [${count}]`,
      );
    }
    const tensors = { logits: z, alpha: weights, classes: y };
    return runLoss(loss, tensors, attributes, ({ logits, alpha, classes }) =>
      weigh(pointwise(logOdds(logits, classes), curve, 'none'), chosen(alpha, classes), reduction),
    );
  }) as Reduced<R>;
}

/** The weight of each example's class. tfjs's own gradient of `gather` needs a kernel that the WASM backend lacks. */
function chosen(weights: Tensor, classes: Tensor): Tensor {
  return differentiable(
    [weights, classes],
    (w, y) => (y.size === 0 ? cast(y, 'float32') : gather(w, y)),
    (dy, w, y) => {
      const spread = mul(expandDims(dy, 1), oneHot(y, w.size));
      return [columnTotals(where(oneHot(y, w.size, 'bool'), spread, zerosLike(spread)))];
    },
  );
}
