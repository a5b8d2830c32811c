import type { GradSaveFunc, Tensor } from '@tensorflow/tfjs-core';
import { customGrad, scalar } from '@tensorflow/tfjs-core';

/**
 * Computes `value(...inputs)`, whose gradient is the one written by hand and not what tfjs derives.
 *
 * Most losses are one such call: where one is made of several, each saves its inputs once more, which copies them on WASM.
 *
 * `gradient` gets the inputs again and nothing that `value` computed on the way: only through saved inputs can tfjs
 * differentiate a second time.
 *
 * @param gradient from `dy`, the gradient of what comes after, to the gradients of the first inputs; the others, such as
 * class indices, are constants: asked for their gradient, tfjs throws
 */
export function differentiable<Inputs extends Tensor[]>(
  inputs: [...Inputs],
  value: (...inputs: Inputs) => Tensor,
  gradient: (dy: Tensor, ...inputs: Inputs) => Tensor[],
): Tensor {
  return customGrad((...args) => {
    const tensors = args.slice(0, -1) as Inputs;
    const save = args.at(-1) as GradSaveFunc;
    save(tensors);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const gradients = gradient(dy, ...(saved as Inputs));
      return tensors.map((_, i) => gradients[i] ?? scalar(NaN)); // tfjs wants one for each
    };
    return { value: value(...tensors), gradFunc };
  })(...inputs);
}
