import { allElements, differencesOf, elementsOf, type Element } from '../elements';
import type { Observation } from '../values';
import type { Step } from './finding';
import { hasLarge, large } from './large';

/** NaN or ±∞ where a number is expected: at d = 0, at large inputs, or elsewhere. */
export const byNonFinite: Step = (observations) => {
  const broken = observations.filter(isBroken);
  if (broken.length === 0) return undefined;
  if (onlyAtZero(observations)) return { kind: 'nan', ids: [], families: ['KINK'] };
  if (broken.every(isBelowOtherRows)) return { kind: 'nan', ids: [], families: ['ROWMAX'] };
  // An infinity from large numbers is an overflow even where other large numbers went well.
  const overflowed = broken.every((observation) => hasLarge(observation) && hasInfinity(observation));
  const onlyLarge = observations.every((observation) => isBroken(observation) === hasLarge(observation));
  return { kind: 'nan', ids: [], families: [overflowed || onlyLarge ? 'STABLE' : 'NAN'] };
};

function isBroken({ got, expected }: Observation): boolean {
  return expected.data.some((right, i) => Number.isFinite(right) && !Number.isFinite(got.data[i]));
}

/** Broken only in rows that lie far below the largest number of the table, and right in the row that has it. */
function isBelowOtherRows(observation: Observation): boolean {
  const elements = elementsOf(observation);
  const most = Math.max(...(elements ?? []).map(({ x }) => x));
  if (elements === undefined || !(most > large)) return false;
  const top = new Set(elements.filter(({ x }) => x > most - large).map(({ row }) => row));
  const isFinite = ({ got }: Element): boolean => Number.isFinite(got);
  return elements.every((element) => isFinite(element) || !top.has(element.row)) && elements.some(isFinite);
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
