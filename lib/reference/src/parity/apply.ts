import type { Tensor } from '@tensorflow/tfjs-core';
import { fill, tensor } from '@tensorflow/tfjs-core';
import type { Case, Input, Num } from './fixtures';

/** A loss as fixtures call it: tensors first, then the options. */
export type AnyLoss = (...args: [...Tensor[], object]) => Tensor;

/** The loss of a case, with the inputs that are options in their places. */
export function applyLoss(loss: AnyLoss, c: Case, inputs: Tensor[]): Tensor {
  const first = inputs.length - c.tensors.length;
  const tensors = Object.fromEntries(c.tensors.map((name, i) => [name, inputs[first + i]]));
  return loss(...inputs.slice(0, first), { ...optionsOf(c), ...tensors });
}

/** The loss of a case as a function of its float inputs alone; the integers stay as they are. */
export function ofFloats(loss: AnyLoss, c: Case, inputs: Tensor[]): (...floats: Tensor[]) => Tensor {
  return (...floats) => {
    const rest = [...floats];
    return applyLoss(
      loss,
      c,
      inputs.map((input) => (input.dtype === 'float32' ? (rest.shift() ?? input) : input)),
    );
  };
}

/** The options that are no tensors, with NaN and the infinities again numbers. */
export function optionsOf(c: Case): Record<string, Num> {
  const numbers = ['NaN', 'Infinity', '-Infinity'];
  return Object.fromEntries(
    Object.entries(c.options).map(([name, value]) => [name, numbers.includes(String(value)) ? Number(value) : value]),
  );
}

export function makeInput({ shape, data, fill: number, seed, dtype }: Input): Tensor {
  if (dtype) return tensor((data ?? []).map(Number), shape, dtype);
  if (seed !== undefined) return tensor(noise(shape, seed), shape, 'float32');
  if (number !== undefined) return fill(shape, number, 'float32');
  return tensor((data ?? []).map(Number), shape, 'float32');
}

/** The same numbers as `noise` of make.py. */
function noise(shape: number[], seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (state * 48271) % 2147483647;
    return ((state % 65536) - 32768) / 4096;
  });
}
