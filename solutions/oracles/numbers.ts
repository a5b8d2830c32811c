import type { Argument, Values } from './format';

/** The tensor at a place of the arguments; an oracle's own cases never lack it. */
export function tensor(argument: Argument | undefined): Values {
  if (argument === undefined || typeof argument === 'number') throw new TypeError('expected a tensor argument');
  return argument;
}

/** The plain number at a place of the arguments. */
export function number(argument: Argument | undefined): number {
  if (typeof argument !== 'number') throw new TypeError('expected a number argument');
  return argument;
}

export const scalar = (value: number): Values => ({ shape: [], data: [value] });

export const vector = (...data: number[]): Values => ({ shape: [data.length], data: data.map(Math.fround) });

export const matrix = (rows: number[][]): Values => ({
  shape: [rows.length, rows[0]?.length ?? 0],
  data: rows.flat().map(Math.fround),
});

export const sum = (data: readonly number[]): number => data.reduce((total, value) => total + value, 0);

export const mean = (data: readonly number[]): number => sum(data) / data.length;

export function median(data: readonly number[]): number {
  const sorted = [...data].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (i: number): number => sorted[i] ?? NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** The same shape with each number replaced. */
export const map = (values: Values, f: (value: number, index: number) => number): Values => ({
  shape: values.shape,
  data: values.data.map(f),
});

/** input - target, element by element. */
export function errors(input: Values, target: Values): number[] {
  return input.data.map((x, i) => x - (target.data[i] ?? NaN));
}
