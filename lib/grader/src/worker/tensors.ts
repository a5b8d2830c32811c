import type * as tf from '@tensorflow/tfjs-core';
import type * as wasm from '@tensorflow/tfjs-backend-wasm';
import type { WireArgument } from '../sandbox/requests';
import { clean, toBase64, uncurry } from './clean';
import { checkArgument } from './ledger';
import { loadTensorFlow, lockBooks } from './loadTensorFlow';
import { importModule } from './modules';

const core = loadTensorFlow();
const { Tensor, tensor, engine, setBackend } = core;
/* eslint-disable @typescript-eslint/unbound-method -- taken off the prototype on purpose, to be bound anew */
const numbersOf = uncurry<tf.Tensor, [], ArrayLike<number>>(Tensor.prototype.dataSync);
const dispose = uncurry(Tensor.prototype.dispose);
/* eslint-enable @typescript-eslint/unbound-method */
const engineNow = engine();
const most = 65_536;

/** Loads WebAssembly, which JupyterLab uses too, from the runtime folder. */
export async function startBackend(folder: string): Promise<void> {
  (importModule('@tensorflow/tfjs-backend-wasm') as typeof wasm).setWasmPaths(`${folder}/`);
  if (!(await setBackend('wasm'))) throw new Error('the WASM backend of TensorFlow.js did not start');
  lockBooks(core);
  // The backend makes every rejection that nobody waits for fatal. In the kernel none is.
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.removeAllListeners(event).on(event, () => undefined);
  }
}

/** Calls a function with fresh tensors and tells what it gave, as plain data. */
export async function callWith(f: unknown, args: readonly WireArgument[]): Promise<unknown> {
  const result = callOnce(f, args);
  const lacking = /^Kernel '.*' not registered for (the )?backend/;
  if (result.got !== 'thrown' || !lacking.test(result.error.message)) return result;
  // WASM lacks some operations that the plain backend has.
  await setBackend('cpu');
  const again = callOnce(f, args);
  await setBackend('wasm');
  return again;
}

type Told =
  | { got: 'thrown'; error: ToldError }
  | { got: 'other'; what: string }
  | { got: 'tensor'; shape: readonly number[]; data?: string; leaked: number };

function callOnce(f: unknown, args: readonly WireArgument[]): Told {
  const inputs: (tf.Tensor | number)[] = [];
  for (let i = 0; i < args.length; i++) inputs[i] = toInput(args[i] ?? NaN);
  const before = engineNow.state.numTensors;
  try {
    const result: unknown = clean.apply(f as () => unknown, undefined, inputs);
    return tell(result, engineNow.state.numTensors - before, inputs);
  } catch (error) {
    return { got: 'thrown', error: tellError(error) };
  } finally {
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i];
      if (input === undefined || typeof input === 'number') continue;
      checkArgument(input);
      dispose(input);
    }
  }
}

function toInput(argument: WireArgument): tf.Tensor | number {
  if (typeof argument === 'number') return argument;
  const bytes = clean.fromBase64(argument.data);
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return tensor(new clean.Float32Array(copy.buffer), [...argument.shape], 'float32');
}

function tell(result: unknown, more: number, inputs: readonly unknown[]): Told {
  if (!isTensor(result)) return { got: 'other', what: nameOf(result) };
  if (result.dtype === 'string' || result.dtype === 'complex64' || result.dtype === 'bool') {
    return { got: 'other', what: `tensor<${result.dtype}>` };
  }
  const { size } = result;
  const shape = [...result.shape];
  let own = 1;
  for (const input of inputs) if (input === result) own = 0;
  const leaked = more - own;
  if (size > most) return { got: 'tensor', shape, leaked };
  const numbers = new clean.Float32Array(numbersOf(result));
  if (own === 1) dispose(result);
  return { got: 'tensor', shape, leaked, data: toBase64(numbers.buffer) };
}

/** A Proxy of a tensor would run the student's code wherever it is read. */
function isTensor(value: unknown): value is tf.Tensor {
  return !clean.isProxy(value) && value instanceof Tensor;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (clean.isProxy(value)) return 'Proxy';
  if (clean.isArray(value)) return 'Array';
  return value instanceof Promise ? 'Promise' : typeof value;
}

/** An exception as text, whatever was thrown, and where in a cell's JavaScript. */
interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly at?: { readonly cell: number; readonly line: number; readonly column: number };
}

/** What is no Error is shown as the kernel shows it. */
export function tellError(error: unknown): ToldError {
  try {
    if (error instanceof Error)
      return { name: text(error.name), message: text(error.message), ...placeIn(error.stack) };
    return { name: 'Uncaught', message: text(clean.inspect(error, { customInspect: false })) };
  } catch {
    return { name: 'Error', message: '' };
  }
}

/** The innermost line of a cell in a stack trace. */
function placeIn(stack: string | undefined): Pick<ToldError, 'at'> {
  const found = clean.exec(/cell (\d+):(\d+):(\d+)/, clean.slice(clean.String(stack), 0, 20_000));
  return found === null ? {} : { at: { cell: Number(found[1]), line: Number(found[2]), column: Number(found[3]) } };
}

function text(value: unknown): string {
  return clean.slice(clean.String(value), 0, 2000);
}
