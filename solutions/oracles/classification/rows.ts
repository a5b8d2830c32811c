/** The formulas of class scores, one row a sample, in float64. */

/** log Σ exp, without overflow. */
export function logSumExp(row: readonly number[]): number {
  const most = Math.max(...row);
  return most + Math.log(row.reduce((total, x) => total + Math.exp(x - most), 0));
}

export const logSoftmax = (row: readonly number[]): number[] => {
  const norm = logSumExp(row);
  return row.map((x) => x - norm);
};

export const softmax = (row: readonly number[]): number[] => logSoftmax(row).map(Math.exp);

export const argmax = (row: readonly number[]): number => row.indexOf(Math.max(...row));

/** 1 at the class and 0 elsewhere; of an index that is no class all are 0. */
export const oneHot = (row: readonly number[], y: number): number[] => row.map((_x, c) => (c === y ? 1 : 0));

/** The number of the class; of an index that is no class NaN. */
export const at = (row: readonly number[], y: number): number => row[y] ?? NaN;

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, x, i) => total + x * (b[i] ?? NaN), 0);

/** log(1 + eᶻ), without overflow. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

export const sigmoid = (z: number): number => Math.exp(-softplus(-z));
