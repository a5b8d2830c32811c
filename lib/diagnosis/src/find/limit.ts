import { closeNumbers, float32Tolerance, sameShape } from '../close';
import type { Observation } from '../values';
import type { Step } from './finding';
import { hasLarge, hasTiny } from './large';

/**
 * In extreme cases finite and too small in size with large or tiny numbers: something bounds the answer, such as a clip or a small
 * number within a logarithm.
 */
export const byLimit: Step = (observations, { isExtreme }) => {
  if (isExtreme !== true) return undefined;
  const stopsShort = observations.every((one) => !isWrong(one) || ((hasLarge(one) || hasTiny(one)) && isBounded(one)));
  return stopsShort ? { kind: 'limit', ids: [], families: ['CLIP'] } : undefined;
};

const tolerance = ({ args, expected }: Observation) => float32Tolerance(expected, args);

function isWrong(one: Observation): boolean {
  return one.expected.data.some((right, i) => !closeNumbers(one.got.data[i], right, tolerance(one)));
}

/** Every wrong number lies between 0 and the right one. */
function isBounded(one: Observation): boolean {
  const { got, expected } = one;
  if (!sameShape(got, expected)) return false;
  return expected.data.every((right, i) => {
    const mine = got.data[i] ?? NaN;
    const isBetween = mine * right > 0 && Math.abs(mine) < Math.abs(right);
    return closeNumbers(mine, right, tolerance(one)) || (Number.isFinite(mine) && isBetween);
  });
}
