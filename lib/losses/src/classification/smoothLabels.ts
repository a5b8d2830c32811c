import type { Tensor } from '@tensorflow/tfjs-core';
import { add, mul, tidy } from '@tensorflow/tfjs-core';
import { classes } from '../core/classes';
import { oneHot } from '../core/oneHot';
import { completed } from '../core/options';
import type { TensorLike } from '../core/tensors';
import { floats, numbers } from '../core/tensors';

export interface SmoothLabelsOptions {
  /** How much of each label is spread evenly over all classes; 0 to 1, by default 0.1. */
  epsilon?: number | undefined;
  /** How many classes there are, if the labels are class indices. */
  count?: number | undefined;
}

/**
 * Label smoothing: labels that are nearly, but not quite, sure.
 *
 * With the probabilities `q` of C classes, which are 1 at the class of an index and 0 elsewhere,
 *
 *     smooth q = (1 - epsilon) q + epsilon / C
 *
 * As targets of `crossEntropy` they ask for finite scores, of which none need grow without end.
 *
 * @param labels class probabilities, `[...,C]`; with `count` class indices, `[...]`
 * @param options.epsilon how much of each label is spread evenly over all classes; 0 to 1, by default 0.1
 * @param options.count   how many classes there are; tells that the labels are class indices
 * @returns class probabilities, `[...,C]`
 * @throws RangeError for an index that is no class, `epsilon` outside 0…1 or labels without classes, TypeError for other than
 * float32 probabilities or an unknown option
 *
 * @example
 * smoothLabels([[1, 0], [0, 1]], { epsilon: 0.5 })     // [[0.75, 0.25], [0.25, 0.75]]
 * smoothLabels([0, 3], { epsilon: 0.5, count: 4 })     // [[0.625, 0.125, 0.125, 0.125], [0.125, 0.125, 0.125, 0.625]]
 *
 * Same as `optax.smooth_labels` (PyTorch has it as `label_smoothing` inside `cross_entropy`). Differs: takes class indices too.
 *
 * Szegedy and others, "Rethinking the Inception Architecture for Computer Vision", CVPR 2016. https://arxiv.org/abs/1512.00567
 */
export function smoothLabels(labels: TensorLike, options: SmoothLabelsOptions = {}): Tensor {
  const { epsilon, count } = completed('smoothLabels', options, { epsilon: 0.1, count: undefined });
  if (!(epsilon >= 0 && epsilon <= 1)) {
    throw new RangeError(`smoothLabels: epsilon must be in 0…1, got ${epsilon}`);
  }
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new RangeError(`smoothLabels: count must be a whole number > 0, got ${count}`);
  }
  return tidy(() => {
    const given = numbers('smoothLabels: labels', labels);
    if (count !== undefined) {
      const indices = classes('smoothLabels', 'labels', given, { shape: given.shape, count });
      return smoothed(oneHot(indices, count), epsilon);
    }
    if (!given.shape.at(-1)) {
      throw new RangeError(
        `smoothLabels: labels must be [...,C], got [${String(given.shape)}]; for class indices say count`,
      );
    }
    return smoothed(floats('smoothLabels', { labels: given }).labels, epsilon);
  });
}

/** Class probabilities `[...,C]`, smoothed. */
export function smoothed(q: Tensor, epsilon: number): Tensor {
  return add(mul(q, 1 - epsilon), epsilon / (q.shape.at(-1) ?? 1));
}
