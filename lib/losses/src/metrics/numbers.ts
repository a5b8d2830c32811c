import type { TypedArray } from '@tensorflow/tfjs-core';
import { Tensor } from '@tensorflow/tfjs-core';
import { at, readable } from '../core/readable';
import type { TensorLike } from '../core/tensors';
import { shapeOf } from '../core/tensors';

/** What a metric computes with: doubles, flat, and the shape that they had. */
export interface Numbers {
  /** The argument's name, for errors. */
  name: string;
  data: number[];
  shape: number[];
}

/**
 * The finite numbers of an argument. No tensor is made: arrays keep their doubles, and nothing needs to be disposed.
 *
 * @throws TypeError for what is not made of numbers, RangeError for ragged rows, NaN and infinities
 */
export function numbers(metric: string, name: string, value: TensorLike): Numbers {
  const what = `${metric}: ${name}`;
  const read = { name, ...(value instanceof Tensor ? fromTensor(what, value) : fromArrays(what, value)) };
  const wrong = read.data.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0) {
    throw new RangeError(`${what} is ${read.data[wrong] ?? NaN}${at(wrong, read.shape)}; it must be finite`);
  }
  return read;
}

/** Arguments of one shape; like the losses', they are never broadcast. */
export function alike<Name extends string>(metric: string, args: Record<Name, TensorLike>): Record<Name, Numbers> {
  const read = Object.entries<TensorLike>(args).map(([name, value]) => [name, numbers(metric, name, value)] as const);
  const [first, ...others] = read;
  for (const [name, { shape }] of others) {
    if (first && String(shape) !== String(first[1].shape)) {
      const shapes = `${first[0]} has shape [${String(first[1].shape)}] and ${name} [${String(shape)}]`;
      throw new RangeError(`${metric}: ${shapes}; they must be equal`);
    }
  }
  return Object.fromEntries(read) as Record<Name, Numbers>;
}

function fromTensor(what: string, value: Tensor): Omit<Numbers, 'name'> {
  if (value.dtype === 'string' || value.dtype === 'complex64') {
    throw new TypeError(`${what} must be made of numbers, got ${value.dtype}`);
  }
  const read = readable(value);
  if (!read) {
    throw new TypeError(`${what} is on WebGPU, from which nothing can be read at once; pass await tensor.array()`);
  }
  return { data: Array.from(read), shape: value.shape };
}

function fromArrays(what: string, value: Exclude<TensorLike, Tensor>): Omit<Numbers, 'name'> {
  const shape = shapeOf(what, value);
  const flat = (x: typeof value): number[] =>
    typeof x === 'number' ? [x] : Array.isArray(x) ? x.flatMap(flat) : Array.from(x as TypedArray);
  return { data: flat(value), shape };
}
