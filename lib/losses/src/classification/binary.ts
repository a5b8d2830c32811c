import type { Tensor } from '@tensorflow/tfjs-core';
import { broadcastTo, zeros, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import type { Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import { weigh } from '../core/weigh';

/** A loss of each element of some tensors of one shape. */
export interface Elementwise {
  value: (...inputs: Tensor[]) => Tensor;
  /** `dy`, a scalar after a reduction, times the derivative by each input that has one. */
  gradient: (dy: Tensor, ...inputs: Tensor[]) => Tensor[];
}

/** The losses of the elements, times `weight` if there is one, reduced. The mean divides by the number of elements. */
export function binary(
  inputs: [Tensor, ...Tensor[]],
  { value, gradient }: Elementwise,
  weight: Tensor | undefined,
  reduction: Reduction,
): Tensor {
  const kept = weight === undefined ? reduction : 'none';
  const losses = differentiable(
    inputs,
    (...inputs) => reduce(value(...inputs), kept),
    (dy, ...inputs) => gradient(share(dy, inputs[0].size, kept), ...inputs),
  );
  return weight === undefined ? losses : weigh(losses, weight, reduction);
}

/** A tensor option, spread to a shape as NumPy does; `undefined` if it is not given. */
export function spread(loss: string, name: string, given: TensorLike | undefined, shape: number[]): Tensor | undefined {
  if (given === undefined) return undefined;
  const option = floats(loss, { [name]: given })[name] as Tensor;
  const sizes = [...Array<number>(Math.max(0, shape.length - option.rank)).fill(1), ...option.shape];
  if (sizes.length > shape.length || sizes.some((size, i) => size !== 1 && size !== shape[i])) {
    throw new RangeError(`${loss}: ${name} of shape [${String(option.shape)}] cannot be spread to [${String(shape)}]`);
  }
  if (shape.includes(0)) {
    // Of these tfjs's makes another shape.
    return differentiable<[Tensor]>(
      [option],
      () => zeros(shape),
      (_, option) => [zerosLike(option)],
    );
  }
  return broadcastTo(option, shape);
}
