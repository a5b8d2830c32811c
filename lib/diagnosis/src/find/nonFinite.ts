import { allElements, differencesOf, tensorsOf } from '../elements';
import type { Observation } from '../values';
import type { Step } from './finding';

/** Beyond this, exp of a float32 overflows or a sum of exponentials does. */
const large = 80;

/** NaN or ±∞ where a number is expected: at d = 0, at large inputs, or elsewhere. */
export const byNonFinite: Step = (observations) => {
  const broken = observations.filter(isBroken);
  if (broken.length === 0) return undefined;
  if (onlyAtZero(observations)) return { kind: 'nan', ids: [], families: ['KINK'] };
  // An infinity from large numbers is an overflow even where other large numbers went well.
  const overflowed = broken.every((observation) => hasLarge(observation) && hasInfinity(observation));
  const onlyLarge = observations.every((observation) => isBroken(observation) === hasLarge(observation));
  return { kind: 'nan', ids: [], families: [overflowed || onlyLarge ? 'STABLE' : 'NAN'] };
};

function isBroken({ got, expected }: Observation): boolean {
  return expected.data.some((right, i) => Number.isFinite(right) && !Number.isFinite(got.data[i]));
}

function hasLarge(observation: Observation): boolean {
  return tensorsOf(observation).some(({ data }) => data.some((x) => Math.abs(x) > large));
}

function hasInfinity({ got }: Observation): boolean {
  return got.data.some((x) => Math.abs(x) === Infinity);
}

function onlyAtZero(observations: readonly Observation[]): boolean {
  const elements = allElements(observations);
  if (elements?.some(({ d }) => d !== undefined))
    return elements.every(({ got, d }) => Number.isFinite(got) || d === 0);
  return observations.every(
    (observation) => isBroken(observation) === (differencesOf(observation)?.includes(0) ?? false),
  );
}
