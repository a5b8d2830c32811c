import { tensorsOf } from '../elements';
import type { Observation } from '../values';

/** Beyond this, exp of a float32 overflows or a sum of exponentials does. */
export const large = 80;

export function hasLarge(observation: Observation): boolean {
  return tensorsOf(observation).some(({ data }) => data.some((x) => Math.abs(x) > large));
}
