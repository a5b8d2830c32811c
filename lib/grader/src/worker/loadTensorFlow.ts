import type * as tf from '@tensorflow/tfjs-core';
import { ledgerName } from '../runtime/ledgerName';
import { told } from './ledger';
import { importModule } from './modules';

/** Loads TensorFlow.js with the ledger, which nobody finds afterwards. */
export function loadTensorFlow(): typeof tf {
  Object.defineProperty(globalThis, ledgerName, { value: told, configurable: true });
  try {
    return importModule('@tensorflow/tfjs') as typeof tf;
  } finally {
    Reflect.deleteProperty(globalThis, ledgerName);
  }
}

/**
 * Keeps student code from going round what tells the ledger: the engine's own functions make all tensors, and a backend's own store
 * holds all its data.
 */
export function lockBooks(core: typeof tf): void {
  const engine = core.engine();
  lock(engine);
  Object.defineProperty(globalThis, '_tfengine', { value: engine, writable: false, configurable: false });
  for (const [backend, store] of [
    ['wasm', 'dataIdMap'],
    ['cpu', 'data'],
  ] as const) {
    const instance = core.findBackend(backend);
    const storage = Reflect.get(instance, store) as object;
    lock(storage);
    Object.defineProperty(instance, store, { value: storage, writable: false, configurable: false });
  }
}

/** An object whose methods stay, while its fields change. */
function lock(thing: object): void {
  Object.freeze(Object.getPrototypeOf(thing));
  Object.preventExtensions(thing);
}
