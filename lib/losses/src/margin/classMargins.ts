import type { Tensor } from '@tensorflow/tfjs-core';
import { reshape, tidy } from '@tensorflow/tfjs-core';
import { classes as classIndices } from '../core/classes';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import { linear, pointwise } from '../core/pointwise';
import type { Reduced, Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { scores } from './scores';
import { violations } from './violations';

interface MarginOptions<R extends Reduction> extends LossOptions<R> {
  margin?: number | undefined;
}

/**
 * A hinge loss of several classes.
 *
 * @param loss its name, for errors
 * @param combine from how far each other class comes within the margin of the right one, `[N,C]`, to one loss a row
 */
export function classMargins<R extends Reduction>(
  loss: string,
  logits: TensorLike,
  classes: TensorLike,
  options: MarginOptions<R>,
  combine: (violations: Tensor) => Tensor,
): Reduced<R> {
  const { margin, reduction } = withDefaults(loss, options, { margin: 1 });
  if (!Number.isFinite(margin)) {
    throw new RangeError(`${loss}: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const { x, samples, count } = scores(loss, { logits });
    const y = classIndices(loss, 'classes', classes, { shape: samples, count });
    const own = oneHot(reshape(y, [-1, 1]), count, 'bool');
    return pointwise(reshape(combine(violations(x, own, own, margin)), samples), linear, reduction);
  }) as Reduced<R>;
}
