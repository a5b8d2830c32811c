import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, gather, mul, reshape, tidy, zeros } from '@tensorflow/tfjs-core';
import { ahead, byScore } from '../core/ahead';
import { classes as classIndices } from '../core/classes';
import { differentiable } from '../core/differentiable';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { put } from '../core/rowEntries';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { byClass, classWeights } from './classWeights';
import { scores } from './scores';

/** What a row loses by the lacks of its classes, `[N,C]`, of which that of the right class is -∞. */
export interface ClassHinge {
  /** One loss a row, `[N,1]`. */
  value: (lacks: Tensor) => Tensor;
  /** Its derivative by each lack, `[N,C]`; 0 by that of the right class. */
  slope: (lacks: Tensor) => Tensor;
  /** Whether both are still to be divided by the number of classes, which takes less time with a row than with a matrix. */
  mean?: boolean;
}

interface MarginOptions<R extends Reduction> {
  p?: 1 | 2;
  margin: number;
  reduction: R;
  /** One weight for each class, `[C]`. */
  weight?: TensorLike | undefined;
}

/**
 * A hinge loss of several classes.
 *
 * @param loss its name, for errors
 * @param args the scores and the classes by their names
 */
export function classMargins<R extends Reduction>(
  loss: string,
  args: Record<string, TensorLike>,
  { weight, ...attributes }: MarginOptions<R>,
  { value, slope, mean = false }: ClassHinge,
): Reduced<R> {
  const { margin, reduction } = attributes;
  if (!Number.isFinite(margin)) {
    throw new RangeError(`${loss}: margin must be finite, got ${margin}`);
  }
  return tidy(() => {
    const [[input, given], [target, indices]] = Object.entries(args) as [[string, TensorLike], [string, TensorLike]];
    const { x, samples, count } = scores(loss, { [input]: given });
    const y = reshape(classIndices(loss, target, indices, { shape: samples, count }), [-1]);
    const overClasses = (x: Tensor) => (mean ? div(x, count) : x);
    const each = (x: Tensor, y: Tensor) => overClasses(value(lacks(x, y, margin)));
    const bySample = (losses: Tensor) => reduce(reshape(losses, [-1]), reduction);
    const pull = (dy: Tensor) => (reduction === 'none' ? reshape(dy, [-1, 1]) : share(dy, y.size, reduction));
    const byScores = (factor: Tensor, x: Tensor, y: Tensor) =>
      byScore(mul(overClasses(factor), slope(lacks(x, y, margin))), y);
    const weights: Record<string, Tensor> = weight === undefined ? {} : { weight: classWeights(loss, weight, count) };
    const losses = runLoss(loss, { [input]: x, ...weights, [target]: y }, attributes, (tensors) => {
      const [x, y, weight] = [tensors[input], tensors[target], tensors.weight] as [Tensor, Tensor, Tensor?];
      if (weight === undefined) {
        return differentiable(
          [x, y],
          (x, y) => bySample(each(x, y)),
          (dy, x, y) => [byScores(pull(dy), x, y)],
        );
      }
      return differentiable(
        [x, weight, y],
        (x, weight, y) => bySample(mul(each(x, y), weightOf(y, weight))),
        (dy, x, weight, y) => [
          byScores(mul(pull(dy), weightOf(y, weight)), x, y),
          byClass(scattered(mul(pull(dy), each(x, y)), y, count)),
        ],
      );
    });
    return reduction === 'none' ? reshape(losses, samples) : losses;
  }) as Reduced<R>;
}

/**
 * `margin + x_i - x_y`, by how much each class i lacks the distance that it should have below the right class y; -∞ for y
 * itself. The difference comes first: beside two scores of 1e38 a margin would be lost.
 */
function lacks(x: Tensor, y: Tensor, margin: number): Tensor {
  return add(ahead(x, y), margin);
}

/** The weight of each row's class, `[N,1]`. */
function weightOf(classes: Tensor, weight: Tensor): Tensor {
  return reshape(gather(weight, classes), [-1, 1]);
}

/** The numbers `[N,1]`, each in the column of its class, `[N,C]`. */
function scattered(numbers: Tensor, classes: Tensor, count: number): Tensor {
  return put(zeros([classes.size, count]), classes, numbers);
}
