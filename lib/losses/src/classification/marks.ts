import type { Tensor } from '@tensorflow/tfjs-core';
import { cast, oneHot, ones } from '@tensorflow/tfjs-core';

/** 1 at the class of each index and 0 at the others, `[...]` to `[...,count]`. tfjs's `oneHot` wants two classes or more. */
export function marks(classes: Tensor, count: number): Tensor {
  // As int32 first: asked for float32, the WASM backend writes the bits of an integer.
  return count === 1 ? ones([...classes.shape, 1]) : cast(oneHot(classes, count), 'float32');
}
