import type { Tensor, TypedArray } from '@tensorflow/tfjs-core';
import { readable } from '../core/readable';

/** The numbers of an argument, without which there is no loss. */
export function atOnce(name: string, x: Tensor): TypedArray {
  const found = readable(x);
  if (!found) {
    throw new Error(`ctcLoss: WebGPU cannot hand over ${name} at once; choose another backend, such as ready('wasm')`);
  }
  return found;
}
