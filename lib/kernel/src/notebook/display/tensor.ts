import { formatter } from './numbers';

type Values = ArrayLike<number> | readonly string[];

/** The part of a TensorFlow.js tensor that is needed to show it. */
interface Tensor {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly size: number;
  readonly isDisposed: boolean;
  dataSync(): Values;
  data(): Promise<Values>;
}

/** As PyTorch: beyond so many values, only so many at each edge are shown. */
const MOST_VALUES = 1000;
const EDGE = 3;
const LINE = 80;

export function isTensor(value: object): value is Tensor {
  const { shape, dtype, dataSync, data } = value as Partial<Record<keyof Tensor, unknown>>;
  return (
    Array.isArray(shape) && typeof dtype === 'string' && typeof dataSync === 'function' && typeof data === 'function'
  );
}

/** A tensor as PyTorch prints it, with its shape and dtype. Nothing is disposed, and no tensor is made. */
export function showTensor(tensor: Tensor): object | Promise<object> {
  const values = tensor.isDisposed ? undefined : readNow(tensor);
  if (tensor.isDisposed || values) return { 'text/plain': describe(tensor, values) };
  return tensor.data().then((later) => ({ 'text/plain': describe(tensor, later) }));
}

/** The same at once; without the values, if they can only be waited for. */
export function printTensor(tensor: Tensor): string {
  return describe(tensor, tensor.isDisposed ? undefined : readNow(tensor));
}

/** The values; undefined where they can be read only asynchronously, as WebGPU's outside of a browser. */
function readNow(tensor: Tensor): Values | undefined {
  try {
    return tensor.dataSync();
  } catch {
    return undefined;
  }
}

function describe(tensor: Tensor, values: Values | undefined): string {
  const content = tensor.isDisposed ? 'disposed' : values ? layOut(values, tensor) : 'read it with await data()';
  return `tensor(${content}, shape=[${tensor.shape.join(', ')}], dtype=${tensor.dtype})`;
}

function layOut(values: Values, { shape, dtype, size }: Tensor): string {
  if (size === 0) return '[]';
  const summarised = size > MOST_VALUES;
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
  const text = writer(values, dtype, offsetsOf(shape, strides, summarised));
  return nest({ shape, strides, text, summarised }, 0, 0);
}

/** How to write the value at an offset, so that those at `offsets` line up. */
function writer(values: Values, dtype: string, offsets: readonly number[]): (offset: number) => string {
  const at = (index: number): number => Number(values[index]);
  if (dtype !== 'complex64') {
    const format = formatter(dtype, dtype === 'string' ? [] : offsets.map(at));
    return (offset) => format(values[offset] ?? 0);
  }
  const real = formatter(
    'float32',
    offsets.map((offset) => at(2 * offset)),
  );
  const imaginary = formatter(
    'float32',
    offsets.map((offset) => Math.abs(at(2 * offset + 1))),
  );
  return (offset) => {
    const part = at(2 * offset + 1);
    const sign = part < 0 || Object.is(part, -0) ? '-' : '+';
    return `${real(at(2 * offset))}${sign}${imaginary(Math.abs(part))}j`;
  };
}

interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly text: (offset: number) => string;
  readonly summarised: boolean;
}

/** The values from an axis on, in brackets; lines are as wide as PyTorch's. */
function nest(layout: Layout, axis: number, offset: number): string {
  const { shape, strides, text, summarised } = layout;
  if (axis === shape.length) return text(offset).trimStart();
  const stride = strides[axis] ?? 1;
  const indices = edges(shape[axis] ?? 0, summarised);
  // Below "tensor(" and the brackets that are open.
  const indent = ' '.repeat('tensor('.length + axis + 1);
  if (axis < shape.length - 1) {
    const blank = '\n'.repeat(shape.length - 1 - axis);
    const parts = indices.map((index) =>
      index === undefined ? '...' : nest(layout, axis + 1, offset + index * stride),
    );
    return `[${parts.join(`,${blank}${indent}`)}]`;
  }
  const words = indices.map((index) => (index === undefined ? ' ...' : text(offset + index * stride)));
  const width = Math.max(0, ...words.filter((_, place) => indices[place] !== undefined).map((word) => word.length)) + 2;
  const perLine = Math.max(1, Math.floor((LINE + 1 - indent.length) / width));
  const lines: string[] = [];
  for (let from = 0; from < words.length; from += perLine) lines.push(words.slice(from, from + perLine).join(', '));
  return `[${lines.join(`,\n${indent}`)}]`;
}

/** The indices that are shown along an axis; undefined stands for those left out. */
function edges(length: number, summarised: boolean): (number | undefined)[] {
  const all = Array.from({ length: Math.min(length, summarised ? 2 * EDGE : length) }, (_, index) => index);
  if (!summarised || length <= 2 * EDGE) return all;
  return [...all.slice(0, EDGE), undefined, ...all.slice(0, EDGE).map((index) => length - EDGE + index)];
}

function offsetsOf(shape: readonly number[], strides: readonly number[], summarised: boolean): number[] {
  return shape.reduce<number[]>(
    (offsets, length, axis) => {
      const shown = edges(length, summarised).filter((index) => index !== undefined);
      return offsets.flatMap((offset) => shown.map((index) => offset + index * (strides[axis] ?? 1)));
    },
    [0],
  );
}
