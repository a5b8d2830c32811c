import { tensorsOf } from '../elements';
import type { Observation } from '../values';
import { isRight } from '../smallest';
import type { Step } from './finding';

/** A float32 keeps seven digits: of a difference a thousand times smaller than what is subtracted, few are left. */
const lost = 1e3;

/** In extreme cases finite and wrong only where the arguments are far larger than the answer: digits were lost in a difference. */
export const byCancellation: Step = (observations, { isExtreme }) => {
  if (isExtreme !== true) return undefined;
  const loses = observations.every((one) => isRight(one) || isDwarfed(one));
  return loses ? { kind: 'limit', ids: [], families: ['CANCEL'] } : undefined;
};

function isDwarfed(one: Observation): boolean {
  const largest = (data: readonly number[]): number => Math.max(...data.map((x) => Math.abs(x)));
  const argument = largest(tensorsOf(one).flatMap(({ data }) => data));
  return one.got.data.every(Number.isFinite) && argument >= lost * largest(one.expected.data);
}
