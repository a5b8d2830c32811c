import { stable } from '../output/numbers';

/** A value that JSON can hold. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

interface TensorLike {
  readonly shape: readonly number[];
  arraySync(): unknown;
}

/**
 * A figure's part as plain JSON: tensors and typed arrays become arrays, dates ISO strings, numbers stable, NaN and infinities
 * null (a gap, as plotly draws it), and a title that is a string becomes `{text}`, the only form that plotly.js 3 and later know.
 */
export function plain(value: unknown, key = ''): Plain {
  if (typeof value === 'string') return key === 'title' ? { text: value } : value;
  if (typeof value === 'number') return Number.isFinite(value) ? stable(value) : null;
  if (typeof value === 'boolean' || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as Float64Array, (x) => plain(x));
  if (isTensor(value)) return plain(value.arraySync());
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([name, item]) => [name, plain(item, name)]));
  }
  throw new TypeError(`A figure cannot hold a ${typeof value}${key === '' ? '' : ` (at ${key})`}`);
}

function isTensor(value: object): value is TensorLike {
  return 'arraySync' in value && typeof value.arraySync === 'function' && 'shape' in value;
}
