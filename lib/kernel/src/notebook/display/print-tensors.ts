import { inspect } from 'node:util';
import { isTensor, printTensor } from './tensor';

/**
 * Makes `console.log`, and whatever else prints as Node.js does, show tensors as results show them, also within arrays and objects.
 * To be called when TensorFlow.js may have been loaded since.
 */
export function printTensors(): void {
  const prototype = tensorClass()?.prototype;
  if (prototype === undefined || Object.hasOwn(prototype, inspect.custom)) return;
  Object.defineProperty(prototype, inspect.custom, { value: printed, configurable: true, writable: true });
}

function printed(this: object): unknown {
  return isTensor(this) ? printTensor(this) : this;
}

/** TensorFlow.js keeps its classes there, so that several copies of the library share them. */
function tensorClass(): { readonly prototype: object } | undefined {
  const { _tfGlobals: globals } = globalThis as { _tfGlobals?: ReadonlyMap<string, { readonly prototype: object }> };
  return globals?.get('Tensor');
}
