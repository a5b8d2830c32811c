import type { Argument, Values } from '../values';

/** A number as a reader sees it: six significant digits, decimal point. */
export function formatNumber(x: number): string {
  return String(Number.isFinite(x) ? Number(x.toPrecision(6)) : x);
}

/** A tensor as nested brackets. */
export function formatValues({ shape, data }: Values): string {
  const [size, ...rest] = shape;
  if (size === undefined) return formatNumber(data[0] ?? NaN);
  const step = data.length / size;
  const parts = Array.from({ length: size }, (_, i) =>
    formatValues({ shape: rest, data: data.slice(i * step, (i + 1) * step) }),
  );
  return `[${parts.join(', ')}]`;
}

/** A shape as TensorFlow.js prints it. */
export function formatShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** The index of an element along each axis, from its place in row-major order. */
export function indexAlongAxes(at: number, shape: readonly number[]): string {
  const index: number[] = [];
  let rest = at;
  for (const size of [...shape].reverse()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return formatShape(index);
}

/** How many numbers the arguments hold. */
export function numbersIn(args: readonly Argument[]): number {
  return args.reduce<number>((sum, arg) => sum + (typeof arg === 'number' ? 1 : arg.data.length), 0);
}
