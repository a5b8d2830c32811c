import type { Tensor } from '@tensorflow/tfjs-core';
import { reshape, transpose } from '@tensorflow/tfjs-core';

/** What a tensor of scores for classes is made of: `[C]`, `[N,C]` or `[N,C,d…]`. */
export interface ClassAxis {
  /** How many classes there are, C. */
  count: number;
  /** The shape without its classes: one number for each sample. */
  samples: number[];
}

/** Finds the class axis: 1, and 0 where there is no other. */
export function classAxis(loss: string, { shape }: Tensor): ClassAxis {
  const axis = shape.length === 1 ? 0 : 1;
  const count = shape[axis];
  if (!count) {
    throw new RangeError(
      `${loss}: input must be [C], [N,C] or [N,C,d…] with at least one class, got [${String(shape)}]`,
    );
  }
  return { count, samples: shape.filter((_, i) => i !== axis) };
}

/** One row of classes for each sample, `[samples,C]`. Only with more than two axes have numbers to move for it. */
export function toRows(x: Tensor, { count }: ClassAxis): Tensor {
  const [n = 1] = x.shape;
  const isRows = x.rank <= 2 || x.size === 0; // of nothing WASM's transpose divides by 0
  const moved = isRows ? x : transpose(reshape(x, [n, count, x.size / (n * count)]), [0, 2, 1]);
  return reshape(moved, [x.size / count, count]);
}
