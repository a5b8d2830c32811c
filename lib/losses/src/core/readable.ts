import type { Tensor, TypedArray } from '@tensorflow/tfjs-core';
import { getBackend } from '@tensorflow/tfjs-core';

/**
 * The numbers of a tensor for a check of its contents, or `undefined` where no check can be made: WebGPU answers only
 * later, and in Node it cannot be waited for.
 */
export function readable(x: Tensor): TypedArray | undefined {
  return getBackend() === 'webgpu' ? undefined : x.dataSync();
}

/** Where in a tensor its element number `flat` is, to be read after its name: ` at [1,2]`, and nothing in a scalar. */
export function at(flat: number, shape: readonly number[]): string {
  const position = shape.map((_, axis) => {
    const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    return Math.floor(flat / inner) % (shape[axis] ?? 1);
  });
  return shape.length === 0 ? '' : ` at [${String(position)}]`;
}
