import { tensorsOf } from '../elements';
import type { Observation } from '../values';

/** Beyond this, exp of a float32 overflows or a sum of exponentials does. */
export const large = 80;

/** Below this, numbers vanish beside those that are added to keep a logarithm or a quotient finite. */
const tiny = 1e-6;

export function hasTiny(observation: Observation): boolean {
  return tensorsOf(observation).some(({ data }) => data.some((x) => x !== 0 && Math.abs(x) < tiny));
}

export function hasLarge(observation: Observation): boolean {
  return tensorsOf(observation).some(({ data }) => data.some((x) => Math.abs(x) > large));
}
