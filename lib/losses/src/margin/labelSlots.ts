import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  cast,
  cumsum,
  equal,
  expandDims,
  less,
  maximum,
  mul,
  range,
  reshape,
  scalar,
  scatterND,
  slice,
  stack,
  sub,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { readable } from '../core/readable';

// The classes that each sample has, in slots: `[N,K]` int32, of which those with -1 are empty.

/**
 * The labels `[N,C]` before each row's first -1, and -1 for the others. As many slots as the longest row needs, where that
 * can be read: most samples have few of the classes.
 */
export function leading(labels: Tensor): Tensor {
  const [rows, count] = labels.shape as [number, number];
  const found = readable(labels);
  let longest = found ? 1 : count;
  for (let n = 0; found && n < rows; n++) {
    const row = found.subarray(n * count, (n + 1) * count);
    const end = row.findIndex((label) => label < 0);
    longest = Math.max(longest, end < 0 ? count : end);
  }
  const slots = slice(labels, [0, 0], [rows, longest]);
  const goesOn = cast(equal(cumsum(cast(less(slots, 0), 'int32'), 1), 0), 'int32');
  const one = scalar(1, 'int32'); // 1 alone is a float32
  return sub(mul(add(slots, one), goesOn), one);
}

/** For each class the sum of the numbers `[N,K]` in its slots, `[N,count]`; of an empty slot that is 0. */
export function byClassOf(slots: Tensor, numbers: Tensor, count: number): Tensor {
  const [samples] = slots.shape as [number, number];
  const rows = add(expandDims(range(0, samples, 1, 'int32'), 1), zerosLike(slots));
  const places = reshape(stack([rows, occupied(slots)], 2), [slots.size, 2]);
  return scatterND(places, reshape(numbers, [slots.size]), [samples, count]);
}

/** The slots, of which the empty ones have class 0. */
export function occupied(slots: Tensor): Tensor {
  return maximum(slots, scalar(0, 'int32'));
}
