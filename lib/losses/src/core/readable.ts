import type { Tensor, TypedArray } from '@tensorflow/tfjs-core';
import { backend, getBackend } from '@tensorflow/tfjs-core';

/** Of WebGPU's backend what is used here. */
interface Uploads {
  tensorMap: { get: (data: object) => { values?: TypedArray | null } | undefined };
}

/**
 * The numbers of a tensor for a check of its contents, or `undefined` where no check can be made: WebGPU answers only
 * later, and in Node it cannot be waited for. But numbers that have not gone to the GPU yet, it still has.
 */
export function readable(x: Tensor): TypedArray | undefined {
  if (getBackend() !== 'webgpu') {
    return x.dataSync();
  }
  return (backend() as unknown as Uploads).tensorMap.get(x.dataId)?.values ?? undefined;
}

/** Where in a tensor its element number `flat` is, to be read after its name: ` at [1,2]`, and nothing in a scalar. */
export function at(flat: number, shape: readonly number[]): string {
  const position = shape.map((_, axis) => {
    const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    return Math.floor(flat / inner) % (shape[axis] ?? 1);
  });
  return shape.length === 0 ? '' : ` at [${String(position)}]`;
}
