import type { Tensor } from '@tensorflow/tfjs-core';

/** A loss with its options chosen beforehand, as the classes of `torch.nn` are: `new MSELoss({reduction: 'sum'})`. */
export abstract class Loss<Options extends object> {
  readonly options: Readonly<Options>;

  constructor(options?: Options) {
    this.options = { ...options } as Options;
  }

  /** The loss of these tensors, in the order in which the function of the same name takes them. */
  abstract call(...tensors: unknown[]): Tensor;
}
