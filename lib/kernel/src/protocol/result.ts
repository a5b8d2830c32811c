import { inspect } from 'node:util';

/** By media type; text, or JSON for types that end in +json. */
export type Bundle = Readonly<Record<string, unknown>>;

const DISPLAY = Symbol.for('Jupyter.display');

/** How a value is shown: as it says itself in a method `[Symbol.for('Jupyter.display')]`, otherwise as Node prints it. */
export async function toBundle(value: unknown): Promise<Bundle> {
  if (!hasDisplay(value)) return { 'text/plain': inspect(value) };
  const bundle = Object.entries(await value[DISPLAY]());
  return Object.fromEntries(
    bundle.map(([type, data]) => [type, data instanceof Uint8Array ? Buffer.from(data).toString('base64') : data]),
  );
}

function hasDisplay(value: unknown): value is { [DISPLAY](): Bundle | Promise<Bundle> } {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, DISPLAY) === 'function';
}
