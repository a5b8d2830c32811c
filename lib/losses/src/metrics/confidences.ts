import { at } from '../core/readable';
import type { TensorLike } from '../core/tensors';
import { check, highest, widthOf } from './labels';
import type { Numbers } from './numbers';
import { numbers } from './numbers';

/** How far from 1 the probabilities of an element may sum; float32 softmaxes of many classes are within it. */
const SLACK = 1e-3;

/** How sure each prediction was, and whether it came true: 1 or 0. */
export interface Confidences {
  confidence: number[];
  correct: number[];
}

/**
 * Reads confidences with whether they came true, or the probabilities of classes, of which the highest is the confidence.
 *
 * @param prediction confidences shaped like `target`, or probabilities with one more axis, the last
 * @param target 0 or 1 for each confidence, or class indices
 */
export function confidences(metric: string, prediction: TensorLike, target: TensorLike): Confidences {
  const { given, truth, width } = probabilities(metric, prediction, target);
  if (width === undefined) {
    return { confidence: given.data, correct: truth.data };
  }
  const best = highest(given.data, width);
  return {
    confidence: best.map((label, row) => given.data[row * width + label] ?? NaN),
    correct: best.map((label, row) => (label === truth.data[row] ? 1 : 0)),
  };
}

/**
 * Reads probabilities: of class 1 alone, shaped like `target`, or of each class on one more axis, whose length is `width`.
 *
 * @throws RangeError when a number is outside [0, 1], the classes of an element do not sum to 1 or a label is no class
 */
export function probabilities(
  metric: string,
  prediction: TensorLike,
  target: TensorLike,
): { given: Numbers; truth: Numbers; width: number | undefined } {
  const given = numbers(metric, 'prediction', prediction);
  const truth = numbers(metric, 'target', target);
  const width = widthOf(metric, given, truth);
  const wrong = given.data.findIndex((p) => p < 0 || p > 1);
  if (wrong >= 0) {
    const found = `${given.data[wrong] ?? NaN}${at(wrong, given.shape)}`;
    throw new RangeError(`${metric}: prediction ${found} is not in [0, 1]; logits need a softmax or sigmoid first`);
  }
  if (width !== undefined) {
    sumToOne(metric, given, width);
  }
  check(metric, truth, width ?? 2);
  return { given, truth, width };
}

function sumToOne(metric: string, { data, shape }: Numbers, width: number): void {
  for (let row = 0; row * width < data.length; row++) {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += data[row * width + c] ?? NaN;
    if (Math.abs(sum - 1) > SLACK) {
      const where = at(row, shape.slice(0, -1));
      throw new RangeError(`${metric}: prediction${where} sums to ${sum}; probabilities of classes sum to 1`);
    }
  }
}
