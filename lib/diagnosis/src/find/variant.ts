import type { Observation, Values } from '../values';
import type { Step } from './finding';
import { byFactor } from './factor';
import { fits } from './fits';
import { byOffset } from './offset';

/** The right formula with other arguments, in every case. A factor or a constant, where one explains all, is simpler. */
export const byVariant: Step = (observations, context) => {
  const known = new Map(
    observations.flatMap(({ variants = [] }) => variants.map(({ id, family }) => [id, family] as const)),
  );
  const found = [...known].filter(([id]) => observations.every((one) => fits(one.got, resultOf(one, id))));
  if (found.length === 0 || (byFactor(observations, context) ?? byOffset(observations, context)) !== undefined) {
    return undefined;
  }
  return { kind: 'variant', ids: [], families: [...new Set(found.map(([, family]) => family))] };
};

/** A variant that a case lacks is right there. */
function resultOf({ variants = [], expected }: Observation, id: string): Values {
  return variants.find((variant) => variant.id === id)?.result ?? expected;
}
