import type { TensorLike } from '../core/tensors';
import { alike } from './numbers';

/** Two measurements of each of `n` things, such as the accuracy of two models trained from one seed. */
export interface Pairs {
  n: number;
  a: Sample;
  b: Sample;
  /** a - b, pair by pair. */
  difference: Sample;
}

export interface Sample {
  mean: number;
  /** The unbiased variance: Σ (x - mean)² / (n - 1). */
  variance: number;
}

/** @throws RangeError when there are not as many `a` as `b`, or fewer than two pairs */
export function pairs(metric: string, first: TensorLike, second: TensorLike): Pairs {
  const { a, b } = alike(metric, { a: first, b: second });
  const n = a.data.length;
  if (n < 2) {
    throw new RangeError(`${metric}: there must be at least two pairs, got ${n}; one says nothing of the spread`);
  }
  const difference = a.data.map((x, i) => x - (b.data[i] ?? NaN));
  return { n, a: sample(a.data), b: sample(b.data), difference: sample(difference) };
}

function sample(x: number[]): Sample {
  const mean = sum(x) / x.length;
  return { mean, variance: sum(x.map((value) => (value - mean) ** 2)) / (x.length - 1) };
}

const sum = (x: number[]) => x.reduce((a, b) => a + b, 0);
