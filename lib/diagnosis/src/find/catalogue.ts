import type { Observation, Values } from '../values';
import { factorsOf, familiesOf } from './factor';
import { fits } from './fits';
import type { Step } from './finding';

/** Exactly what a named mistake gives, in every case. When two fit, both are named. */
export const byCatalogue: Step = (observations) => {
  const found = tellingMistakes(observations).filter(({ id }) =>
    observations.every((observation) => {
      const result = resultOf(observation, id);
      return result !== undefined && fits(observation.got, result);
    }),
  );
  if (found.length === 0) return undefined;
  return { kind: 'mistake', ids: found.map(({ id }) => id), families: unique(found.map(({ family }) => family)) };
};

/** Two of these are one reduction that is neither of them. */
const reductions = new Set(['SUM', 'MEAN', 'AXIS', 'DIV', 'GRADN']);

/** A named mistake times a named factor: two mistakes at once. Asks for three numbers, as chance explains fewer. */
export const byCatalogueAndFactor: Step = (observations, context) => {
  const numbers = observations.reduce((sum, { expected }) => sum + expected.data.length, 0);
  if (numbers < 3) return undefined;
  const found = tellingMistakes(observations)
    .flatMap((mistake) =>
      factorsOf(observations, (observation) => resultOf(observation, mistake.id)).map((factor) => ({
        id: mistake.id,
        families: unique([mistake.family, ...familiesOf(factor, context)]),
      })),
    )
    .filter(({ families }) => families.filter((family) => reductions.has(family)).length < 2)
    .sort((a, b) => a.families.length - b.families.length);
  const [simplest] = found;
  return simplest && { kind: 'mistake', ids: [simplest.id], families: simplest.families };
};

/** The mistakes whose answer differs from the right one in at least one case. */
function tellingMistakes(observations: readonly Observation[]): Observation['mistakes'] {
  const [first] = observations;
  return (first?.mistakes ?? []).filter(({ id }) =>
    observations.some((observation) => {
      const result = resultOf(observation, id);
      return result !== undefined && !fits(result, observation.expected);
    }),
  );
}

function resultOf(observation: Observation, id: string): Values | undefined {
  return observation.mistakes.find((mistake) => mistake.id === id)?.result;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
