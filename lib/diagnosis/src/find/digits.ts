import { closeNumbers, float32Tolerance, sameShape } from '../close';
import { tensorsOf } from '../elements';
import type { Observation } from '../values';
import type { Step } from './finding';
import { hasLarge, hasTiny } from './large';

/** A float32 sum of so many numbers errs in the fourth digit. */
const many = 4096;

/** In extreme cases near the right numbers, with arguments that lose digits: large, tiny, or very many. */
export const byDigits: Step = (observations, { isExtreme }) => {
  if (isExtreme !== true) return undefined;
  const isNearby = observations.every((one) => !isWrong(one) || (losesDigits(one) && isNear(one)));
  return isNearby ? { kind: 'limit', ids: [], families: ['DIGITS'] } : undefined;
};

function isWrong(one: Observation): boolean {
  const tolerance = float32Tolerance(one.expected, one.args);
  return one.expected.data.some((right, i) => !closeNumbers(one.got.data[i], right, tolerance));
}

function losesDigits(one: Observation): boolean {
  return hasLarge(one) || hasTiny(one) || tensorsOf(one).some(({ data }) => data.length >= many);
}

/** Every number has the sign and the size of the right one, if not its digits. */
function isNear({ got, expected }: Observation): boolean {
  if (!sameShape(got, expected)) return false;
  return expected.data.every((right, i) => Math.abs((got.data[i] ?? NaN) - right) <= Math.abs(right) / 2);
}
