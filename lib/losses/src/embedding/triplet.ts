import type { Tensor } from '@tensorflow/tfjs-core';
import type { Reduction } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

export interface Triplet {
  anchor: TensorLike;
  positive: TensorLike;
  negative: TensorLike;
}

export interface TripletOptions<R extends Reduction> {
  margin: number;
  /** Whether the negative's distance is that to the positive where that is the smaller. */
  swap: boolean;
  reduction: R;
}

/** The vectors of a triplet loss, checked. */
export function vectors(loss: string, triplet: Triplet, margin: number): Record<keyof Triplet, Tensor> {
  if (!(margin > 0)) {
    throw new RangeError(`${loss}: margin must be > 0, got ${margin}`);
  }
  const { anchor, positive, negative } = floats(loss, { ...triplet });
  if (anchor.rank === 0) {
    throw new RangeError(`${loss}: anchor, positive and negative must be vectors, got scalars`);
  }
  return { anchor, positive, negative };
}
