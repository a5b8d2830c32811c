import type { Tensor } from '@tensorflow/tfjs-core';
import { reshape } from '@tensorflow/tfjs-core';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

interface Scores {
  /** `[N,C]` */
  x: Tensor;
  /** What stays of the given shape without its class axis: `[N]`, or `[]` of one sample. */
  samples: number[];
  /** C */
  count: number;
}

/**
 * The scores of N samples for C classes; one sample may come as `[C]`.
 *
 * @param loss the loss's name, for the error
 * @param arg the argument by its name
 */
export function scores(loss: string, arg: Record<string, TensorLike>): Scores {
  const [[name, given]] = Object.entries(floats(loss, arg)) as [[string, Tensor]];
  const samples = given.shape.slice(0, -1);
  const count = given.shape.at(-1) ?? 0;
  if (samples.length > 1 || count === 0) {
    throw new RangeError(
      `${loss}: ${name} must have shape [N,C] or [C] with at least one class, got [${String(given.shape)}]`,
    );
  }
  return { x: reshape(given, [samples[0] ?? 1, count]), samples, count };
}
