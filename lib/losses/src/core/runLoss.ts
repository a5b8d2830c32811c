import type { GradSaveFunc, NamedAttrMap, NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import { customGrad, engine, getBackend, getKernel, grads, mul, scalar } from '@tensorflow/tfjs-core';

/**
 * Computes a loss: by the kernel `lossbook/<loss>` where the current backend has one, else by `composed`.
 *
 * Such a kernel comes in by tfjs's `registerKernel`. From these inputs and attributes it returns the loss or, where that is
 * reduced to a scalar, the loss and then its gradients by the first inputs, which it makes in the same pass. What it cannot tell
 * comes from `composed`: the gradient of losses that are not reduced, and all higher derivatives.
 *
 * @param loss the name of the exported function
 * @param inputs its tensors by their names, checked; those that have no gradient after those that have one
 * @param attributes its options that are no tensors, completed
 * @param composed the loss by tfjs's operations, with a gradient
 */
export function runLoss<Inputs extends Readonly<Record<string, Tensor | undefined>>>(
  loss: string,
  inputs: Inputs,
  attributes: NamedAttrMap,
  composed: (inputs: Inputs) => Tensor,
): Tensor {
  const kernel = `lossbook/${loss}`;
  const known = (getKernel(kernel, getBackend()) as object | undefined) !== undefined;
  if (!known || (attributes.reduction === 'none' && isDifferentiating())) {
    return composed(inputs);
  }
  const given = Object.entries(inputs).filter((entry): entry is [string, Tensor] => entry[1] !== undefined);
  const named = (tensors: Tensor[]) => Object.fromEntries(given.map(([name], i) => [name, tensors[i]]));

  return customGrad((...args) => {
    const tensors = args.slice(0, -1) as Tensor[];
    const save = args.at(-1) as GradSaveFunc;
    const outputs = engine().runKernel<Tensor | Tensor[]>(kernel, named(tensors) as NamedTensorMap, attributes);
    const [value, ...slopes] = [outputs].flat() as [Tensor, ...Tensor[]];
    save([...tensors, ...slopes]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const byFirst = saved.slice(0, slopes.length);
      const others = saved.slice(slopes.length, tensors.length);
      const gradients = isDifferentiating()
        ? grads((...first: Tensor[]) => composed(named([...first, ...others]) as Inputs))(byFirst, dy)
        : saved.slice(tensors.length).map((slope) => mul(dy, slope));
      return tensors.map((_, i) => gradients[i] ?? scalar(NaN)); // tfjs wants one for each
    };
    return { value, gradFunc };
  })(...given.map(([, tensor]) => tensor));
}

/** Whether tfjs records what is computed now: within a gradient's function that is so where it is differentiated in its turn. */
function isDifferentiating(): boolean {
  return engine().state.gradientDepth > 0;
}
