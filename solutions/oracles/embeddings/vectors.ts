import { dot } from '../classification/rows';

/** A vector of float64 numbers. */
export type Vector = readonly number[];

export const minus = (a: Vector, b: Vector): number[] => a.map((x, i) => x - (b[i] ?? NaN));

export const plus = (a: Vector, b: Vector): number[] => a.map((x, i) => x + (b[i] ?? NaN));

export const times = (factor: number, a: Vector): number[] => a.map((x) => factor * x);

export const norm = (a: Vector): number => Math.sqrt(dot(a, a));

export const distance = (a: Vector, b: Vector): number => norm(minus(a, b));

/** The vector divided by its length; the zero vector remains what it is. */
export const unit = (a: Vector): number[] => times(1 / (norm(a) || 1), a);

export const cosine = (a: Vector, b: Vector): number => dot(unit(a), unit(b));
