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
 * @param args the arguments by name; one that is `undefined` was not given
 * @throws TypeError when one is not made of float32 numbers, RangeError when two shapes differ
 */
export function floats<Args extends Record<string, TensorLike | undefined>>(
  loss: string,
  args: Args,
): { [Name in keyof Args]: Args[Name] extends TensorLike ? Tensor : Tensor | undefined } {
  const given = Object.entries(args).filter((entry): entry is [string, TensorLike] => entry[1] !== undefined);
  const tensors = given.map(([name, value]) => [name, float(`${loss}: ${name}`, value)] as const);
  const [first, ...others] = tensors;
  for (const [name, { shape }] of others) {
    if (first && String(shape) !== String(first[1].shape)) {
      throw new RangeError(
        `${loss}: ${first[0]} has shape [${String(first[1].shape)}] and ${name} [${String(shape)}]; they must be equal`,
      );
    }
  }
  return Object.fromEntries(tensors) as ReturnType<typeof floats<Args>>;
}

function float(what: string, value: TensorLike): Tensor {
  if (!(value instanceof Tensor)) {
    return numbers(what, value);
  }
  if (value.dtype !== 'float32') {
    throw new TypeError(`${what} must be float32, got ${value.dtype}; convert it with .toFloat()`);
  }
  return value;
}

function numbers(what: string, value: Exclude<TensorLike, Tensor>): Tensor {
  const stranger = notNumber(value);
  if (stranger) {
    throw new TypeError(`${what} must be made of numbers, got ${stranger}`);
  }
  try {
    return tensor(value as Parameters<typeof tensor>[0], undefined, 'float32');
  } catch (error) {
    throw new RangeError(`${what} is not a rectangular array`, { cause: error });
  }
}

/** Names the type of the first element that is no number; tfjs would make NaN of it. */
function notNumber(value: unknown): string | undefined {
  if (typeof value === 'number' || ArrayBuffer.isView(value)) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    return value === null ? 'null' : typeof value;
  }
  for (const element of value) {
    const stranger = notNumber(element);
    if (stranger) {
      return stranger;
    }
  }
  return undefined;
}
