import type { Tensor } from '@tensorflow/tfjs-core';
import { clone, customGrad } from '@tensorflow/tfjs-core';

/**
 * A tensor by which a loss is not differentiated: who asks for that gradient gets a readable error.
 *
 * @param what the loss and the argument, for the error
 */
export function constant(what: string, x: Tensor): Tensor {
  return customGrad((x) => {
    const gradFunc = (): Tensor => {
      throw new TypeError(`${what} has no gradient, as in PyTorch`);
    };
    return { value: clone(x as Tensor), gradFunc };
  })(x);
}
