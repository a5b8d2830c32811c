import type { Argument, Values } from './values';

/** `|got − expected| ≤ relative · |expected| + absolute`, element by element. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** The relative step of a float32: from 1 to the next one. */
const step = 2 ** -23;

/**
 * How far a right answer in float32 may lie from the float64 reference.
 *
 * - relative 2e-5: 170 float32 steps, room for a sum of some thousand terms in any order and for exp of ±80 (whose relative
 *   error is 80 steps), and 50 times less than the smallest difference between a right formula and a named mistake.
 * - absolute 8 steps of the largest expected element: a softmax or a difference errs by a step of its largest term, not of the
 *   small number that is left.
 * - when the arguments are known, 4 steps of the largest of them, since a mean of signed differences can nearly cancel; but
 *   never more than a thousandth of the largest expected element (1e-6 if that is 0), so that large arguments excuse nothing.
 */
export function float32Tolerance(expected: Values, args: readonly Argument[] = []): Tolerance {
  const largest = largestFinite(expected.data);
  const argument = largestFinite(args.flatMap((arg) => (typeof arg === 'number' ? [] : arg.data)));
  const cancellation = Math.min(4 * step * argument, largest === 0 ? 1e-6 : 1e-3 * largest);
  return { relative: 2e-5, absolute: Math.max(8 * step * largest, cancellation) };
}

/**
 * Whether an answer is the expected one: same shape and every element within the tolerance. NaN equals only NaN, an infinity
 * only itself.
 */
export function close(got: Values, expected: Values, tolerance: Tolerance = float32Tolerance(expected)): boolean {
  return sameShape(got, expected) && expected.data.every((right, i) => closeNumbers(got.data[i], right, tolerance));
}

/** Whether one number is the expected one within the tolerance. */
export function closeNumbers(got: number | undefined, expected: number, tolerance: Tolerance): boolean {
  if (got === undefined) return false;
  if (Number.isNaN(expected)) return Number.isNaN(got);
  if (!Number.isFinite(expected) || !Number.isFinite(got)) return got === expected;
  return Math.abs(got - expected) <= tolerance.relative * Math.abs(expected) + tolerance.absolute;
}

export function sameShape(a: Values, b: Values): boolean {
  return a.shape.length === b.shape.length && a.shape.every((size, axis) => size === b.shape[axis]);
}

function largestFinite(numbers: readonly number[]): number {
  return numbers.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
}
