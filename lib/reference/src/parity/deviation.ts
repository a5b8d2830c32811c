import { getBackend } from '@tensorflow/tfjs-core';
import type { Num } from './fixtures';

/** The number of a tensor that is farthest from PyTorch's. */
export interface Deviation {
  what: string;
  at: number;
  got: number;
  expected: number;
  /** How far it is: relative, or absolute below 1; infinite where only one of the two is a number. */
  size: number;
}

/**
 * Relative to each number, so that a small gradient is not taken for zero, or to the largest number of the tensor, at most 1;
 * below float32's normal numbers all is equal.
 */
export function deviation(
  what: string,
  got: ArrayLike<number>,
  expected: readonly Num[],
  relative: boolean,
): Deviation {
  if (got.length !== expected.length) {
    throw new Error(`${what} has ${got.length} numbers, PyTorch's ${expected.length}`);
  }
  const wanted = expected.map(Number);
  const largest = wanted.reduce((most, e) => (Number.isFinite(e) ? Math.max(most, Math.abs(e)) : most), 0);
  const scale = relative ? 0 : Math.min(1, largest);
  // TensorFlow and WGSL take denormal numbers for 0, so that what multiplies one is 0 too.
  const zero = ['tensorflow', 'webgpu'].includes(getBackend()) ? 2e-37 : 1.2e-38;
  const worst: Deviation = { what, at: -1, got: NaN, expected: NaN, size: 0 };
  for (const [at, e] of wanted.entries()) {
    const number = got[at] ?? NaN;
    const size = apart(number, e, Math.max(Math.abs(e), scale), zero);
    if (size > worst.size) Object.assign(worst, { at, got: number, expected: e, size });
  }
  return worst;
}

function apart(got: number, expected: number, scale: number, zero: number): number {
  if (got === expected || (Number.isNaN(got) && Number.isNaN(expected))) return 0;
  const difference = Math.abs(got - expected);
  if (!Number.isFinite(difference)) return Infinity;
  return difference <= zero ? 0 : difference / scale;
}
