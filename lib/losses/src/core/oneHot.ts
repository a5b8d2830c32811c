import type { Tensor } from '@tensorflow/tfjs-core';
import { cast, equal, expandDims, oneHot as hot } from '@tensorflow/tfjs-core';

/**
 * 1 at the class of each index and 0 at the others, `[...]` to `[...,count]`, as float32 or as Booleans. An index that is
 * no class, such as -1 of an empty slot, marks none.
 */
export function oneHot(classes: Tensor, count: number, dtype: 'float32' | 'bool' = 'float32'): Tensor {
  // tfjs's wants two classes or more; and first as int32: asked for another type, the WASM backend writes wrong bits.
  const marked = count === 1 ? equal(expandDims(classes, -1), 0) : hot(classes, count);
  return cast(marked, dtype);
}
