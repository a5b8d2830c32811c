import type { Tensor } from '@tensorflow/tfjs-core';
import { classes as classIndices } from '../core/classes';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/**
 * The arguments of a loss of class scores, checked.
 *
 * @returns the logits `[N, C]`, the right classes `[N]` as int32, and C
 * @throws RangeError for other shapes and for an index that is no class
 */
export function scored(
  loss: string,
  args: { logits: TensorLike; classes: TensorLike },
): { z: Tensor; y: Tensor; count: number } {
  const { logits } = floats(loss, { logits: args.logits });
  const [rows = 0, count = 0] = logits.shape;
  if (logits.rank !== 2 || count === 0) {
    throw new RangeError(`${loss}: logits must be [N,C] with a class or more, got [${String(logits.shape)}]`);
  }
  return { z: logits, y: classIndices(loss, 'classes', args.classes, { shape: [rows], count }), count };
}
