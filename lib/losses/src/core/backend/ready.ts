import { candidates } from './candidates';
import { choose } from './choose';

/** The backend that computes from now on. Printed or put in a string, it is one line. */
export class Backend {
  constructor(
    /** TensorFlow.js's name of it, as in `LOSSBOOK_BACKEND`: `tensorflow`, `webgpu`, `wasm` or `cpu`. */
    readonly name: string,
    /** What is known of the device that it runs on. */
    readonly device: string,
  ) {}

  toString(): string {
    return `${this.name} (${this.device})`;
  }

  /** What `console.log` prints in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Chooses the best backend that TensorFlow.js has on this machine: native TensorFlow with a GPU, WebGPU on a GPU, WASM,
 * native TensorFlow without a GPU, plain JavaScript. Call it once, before the first tensor.
 *
 * WebGPU answers only later: read tensors with `await x.data()`, on every backend. There a loss cannot look at what
 * is in its tensors either, so that it does not refuse, for example, a class that does not exist.
 *
 * The losses themselves don't need it: they compute on whatever backend is current.
 *
 * @param wanted `'tensorflow'`, `'webgpu'` (then also in software), `'wasm'` or `'cpu'` instead of the best; the
 *   environment's `LOSSBOOK_BACKEND` outdoes it
 * @throws RangeError when there is no such backend, Error when it does not work here; both name those that do
 *
 * @example
 * `${await ready('cpu')}`.split(' ')[0]  // 'cpu'
 * (await ready('wasm')).name             // 'wasm'
 */
export async function ready(wanted?: string): Promise<Backend> {
  const { name, device } = await choose(candidates, process.env.LOSSBOOK_BACKEND || wanted);
  return new Backend(name, device);
}
