import { Tensor, tensor } from '@tensorflow/tfjs-core';
import type { TypedArray } from '@tensorflow/tfjs-core';

/** What a loss accepts where it needs numbers: a tensor, a number, or (nested) arrays of numbers. */
export type TensorLike = Tensor | TypedArray | Nested;

type Nested = number | readonly Nested[] | readonly TypedArray[];

/**
 * Turns the arguments of a loss into float32 tensors of one shape.
 *
 * Nothing is broadcast: `[3]` against `[3,1]` would quietly become the mean of nine differences.
 *
 * @param loss the loss's name, for the error
 * @param args the arguments by name
 * @throws TypeError when one is not made of float32 numbers, RangeError when two shapes differ
 */
export function floats<Name extends string>(loss: string, args: Record<Name, TensorLike>): Record<Name, Tensor> {
  const tensors = Object.entries<TensorLike>(args).map(
    ([name, value]) => [name, float(`${loss}: ${name}`, value)] as const,
  );
  const [first, ...others] = tensors;
  for (const [name, { shape }] of others) {
    if (first && String(shape) !== String(first[1].shape)) {
      throw new RangeError(
        `${loss}: ${first[0]} has shape [${String(first[1].shape)}] and ${name} [${String(shape)}]; they must be equal`,
      );
    }
  }
  return Object.fromEntries(tensors) as Record<Name, Tensor>;
}

function float(what: string, value: TensorLike): Tensor {
  const tensor = numbers(what, value);
  if (tensor.dtype !== 'float32') {
    throw new TypeError(`${what} must be float32, got ${tensor.dtype}; convert it with .toFloat()`);
  }
  return tensor;
}

/** A tensor as it is, and float32 of numbers and arrays. `what` is the argument, for the error. */
export function numbers(what: string, value: TensorLike): Tensor {
  if (value instanceof Tensor) return value;
  const shape = shapeOf(what, value);
  // tfjs refuses Float64Array and its like; float32 needs no copy.
  const foreign = ArrayBuffer.isView(value) && !(value instanceof Float32Array);
  return tensor(foreign ? Float32Array.from(value as TypedArray) : (value as number[]), shape, 'float32');
}

/** Checks what tfjs does not: it makes NaN of words, and reads past the end of rows that are too short. */
export function shapeOf(what: string, value: unknown): number[] {
  if (typeof value === 'number') {
    return [];
  }
  if (ArrayBuffer.isView(value) && typeof (value as TypedArray)[0] !== 'bigint' && !(value instanceof DataView)) {
    return [(value as TypedArray).length];
  }
  if (!Array.isArray(value)) {
    throw new TypeError(`${what} must be made of numbers, got ${value === null ? 'null' : typeof value}`);
  }
  // Holes, which every and map pass over, are undefined to includes and Array.from.
  if (value.every((element) => typeof element === 'number') && !(value as unknown[]).includes(undefined)) {
    return [value.length];
  }
  const rows = Array.from(value, (row) => shapeOf(what, row));
  if (rows.some((row) => String(row) !== String(rows[0]))) {
    throw new RangeError(`${what} is ragged: its rows have different shapes`);
  }
  return [rows.length, ...(rows[0] ?? [])];
}
