import type { Tensor } from '@tensorflow/tfjs-core';
import { cast } from '@tensorflow/tfjs-core';
import { at, readable } from './readable';
import type { TensorLike } from './tensors';
import { numbers } from './tensors';

export interface Classes {
  /** The shape that the indices must have; nothing is broadcast. */
  shape: readonly number[];
  /** How many classes there are: an index is in 0…count-1. */
  count: number;
  /** One index beside these that is allowed, for elements without a class. */
  ignoreIndex?: number | undefined;
}

/**
 * Class indices as an int32 tensor. They may come as plain arrays or float32 tensors of whole numbers too.
 *
 * @param loss the loss's name, for the error
 * @param name the argument's name, for the error
 * @throws RangeError for another shape and for an index that is no class, TypeError for what is not made of numbers
 */
export function classes(loss: string, name: string, value: TensorLike, { shape, count, ignoreIndex }: Classes): Tensor {
  const what = `${loss}: ${name}`;
  const indices = numbers(what, value);
  if (indices.dtype !== 'int32' && indices.dtype !== 'float32') {
    throw new TypeError(`${what} must be int32 class indices, got ${indices.dtype}`);
  }
  if (String(indices.shape) !== String(shape)) {
    throw new RangeError(`${what} has shape [${String(indices.shape)}]; it must be [${String(shape)}]`);
  }
  const isClass = (index: number) => (Number.isInteger(index) && index >= 0 && index < count) || index === ignoreIndex;
  const found = readable(indices);
  const wrong = found?.findIndex((index) => !isClass(index)) ?? -1;
  if (wrong >= 0) {
    throw new RangeError(`${what} ${found?.[wrong]}${at(wrong, shape)} is not in 0…${count - 1}`);
  }
  return cast(indices, 'int32');
}
