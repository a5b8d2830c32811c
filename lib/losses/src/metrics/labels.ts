import { at } from '../core/readable';
import type { TensorLike } from '../core/tensors';
import type { Numbers } from './numbers';
import { numbers } from './numbers';

/** Which class each element was said to be and which it is. */
export interface Labels {
  predicted: number[];
  actual: number[];
  /** How many classes there are: each label is in 0…count-1. */
  count: number;
}

/**
 * Reads predictions and targets.
 *
 * @param prediction class indices shaped like `target`, or scores with one more axis, the last: the highest is the class
 * @param count how many classes there are; by default as many as there are scores, or else as the labels need
 * @throws RangeError when the shapes do not fit or a label is no class
 */
export function labels(metric: string, prediction: TensorLike, target: TensorLike, count?: number): Labels {
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new RangeError(`${metric}: classes must be a whole number > 0, got ${count}`);
  }
  const given = numbers(metric, 'prediction', prediction);
  const truth = numbers(metric, 'target', target);
  const width = widthOf(metric, given, truth);
  const guess = width === undefined ? given : { ...given, data: highest(given.data, width), shape: truth.shape };
  const bound = count ?? width;
  check(metric, guess, bound);
  check(metric, truth, bound);
  const needed = [guess, truth].reduce((most, { data }) => data.reduce((a, b) => Math.max(a, b + 1), most), 0);
  return { predicted: guess.data, actual: truth.data, count: bound ?? needed };
}

/**
 * The length of the axis that `given` has beside those of `target`, `undefined` if their shapes are the same.
 *
 * @throws RangeError when neither is so
 */
export function widthOf(metric: string, given: Numbers, target: Numbers): number | undefined {
  if (String(given.shape) === String(target.shape)) {
    return undefined;
  }
  const width = given.shape.at(-1) ?? 0;
  if (given.shape.length !== target.shape.length + 1 || String(given.shape.slice(0, -1)) !== String(target.shape)) {
    const shapes = `${given.name} has shape [${String(given.shape)}] and ${target.name} [${String(target.shape)}]`;
    throw new RangeError(`${metric}: ${shapes}; ${given.name} must have the same, or one axis more, the classes`);
  }
  if (width === 0) {
    throw new RangeError(`${metric}: ${given.name} has no classes, its shape is [${String(given.shape)}]`);
  }
  return width;
}

/** The index of the highest score in each row, the first of equals. */
export function highest(scores: readonly number[], width: number): number[] {
  return Array.from({ length: scores.length / width }, (_, row) => {
    let best = 0;
    for (let c = 1; c < width; c++) {
      if ((scores[row * width + c] ?? NaN) > (scores[row * width + best] ?? NaN)) best = c;
    }
    return best;
  });
}

/** Throws for what is no class index: a fraction, or one outside 0…count-1. */
export function check(metric: string, { name, data, shape }: Numbers, count = Infinity): void {
  const wrong = data.findIndex((label) => !(Number.isInteger(label) && label >= 0 && label < count));
  if (wrong >= 0) {
    const range = count === Infinity ? 'a whole number ≥ 0' : `in 0…${count - 1}`;
    throw new RangeError(`${metric}: ${name} ${data[wrong] ?? NaN}${at(wrong, shape)} is not ${range}`);
  }
}
