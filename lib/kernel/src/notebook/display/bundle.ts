import { inspect } from 'node:util';
import type { Bundle } from '../../threads/notebook-messages';
import { isFigure, showFigure } from './figure';
import { imageType } from './image';
import { isTable, showTable } from './table';
import { isTensor, showTensor } from './tensor';

const DISPLAY = Symbol.for('Jupyter.display');

/**
 * How a value is shown: as it says itself in a method `[Symbol.for('Jupyter.display')]`; tensors, tables, figures and images
 * as such; otherwise, or when that fails, as Node prints it.
 */
export function toBundle(value: unknown): Bundle | Promise<Bundle> {
  const plain = (): Bundle => ({ 'text/plain': print(value) });
  try {
    const rich = toRich(value);
    if (rich === undefined) return plain();
    return rich instanceof Promise ? rich.then(clean).catch(plain) : clean(rich);
  } catch {
    return plain();
  }
}

function toRich(value: unknown): object | Promise<object> | undefined {
  if (typeof value !== 'object' && typeof value !== 'function') return undefined;
  if (value === null) return undefined;
  if (hasDisplay(value)) return showItself(value);
  if (isTensor(value)) return showTensor(value);
  if (isFigure(value)) return showFigure(value);
  if (isTable(value)) return showTable(value);
  const image = imageType(value);
  return image === undefined ? undefined : { [image]: value, 'text/plain': print(value) };
}

function hasDisplay(value: object): value is { [DISPLAY](): unknown } {
  return typeof Reflect.get(value, DISPLAY) === 'function';
}

function showItself(value: { [DISPLAY](): unknown }): object | Promise<object> {
  const shown = value[DISPLAY]();
  const withText = (bundle: unknown): object => ({ 'text/plain': print(value), ...(bundle as object) });
  return isThenable(shown) ? Promise.resolve(shown).then(withText) : withText(shown);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function';
}

/** A bundle as it can be sent: bytes as base64, JSON without what JSON has not. */
export function clean(bundle: object): Bundle {
  return Object.fromEntries(
    Object.entries(bundle)
      .filter(([, data]) => data !== undefined && data !== null)
      .map(([type, data]: [string, unknown]) => [type, cleanData(data)]),
  );
}

function cleanData(data: unknown): unknown {
  if (typeof data === 'string') return data;
  if (data instanceof Uint8Array) return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
  return JSON.parse(JSON.stringify(data)) as unknown;
}

/** A value as Node prints it. It never throws, though the value's own code may. */
export function print(value: unknown): string {
  try {
    return inspect(value);
  } catch {
    return 'a value that cannot be shown';
  }
}
