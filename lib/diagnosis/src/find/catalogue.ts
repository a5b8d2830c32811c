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
  if (simplest === undefined) return undefined;
  return { kind: 'mistake', ids: [simplest.id], families: simplest.families, areTwo: simplest.families.length > 1 };
};

/**
 * Two named mistakes in different terms of a formula, or in different numbers of the answer: what each adds to the right answer,
 * added. Asks for four numbers, and says nothing where two pairs of families would explain them.
 */
export const byTwoMistakes: Step = (observations) => {
  const numbers = observations.reduce((sum, { expected }) => sum + expected.data.length, 0);
  const isFinite = ({ got, expected }: Observation): boolean =>
    got.data.length === expected.data.length && got.data.every(Number.isFinite);
  if (numbers < 4 || !observations.every(isFinite)) return undefined;
  const mistakes = tellingMistakes(observations);
  const found = mistakes.flatMap((one, i) =>
    mistakes
      .slice(i + 1)
      .filter((other) => observations.every((observation) => addUp(observation, one.id, other.id)))
      .map((other) => [one, other] as const),
  );
  const familiesFound = found.map(([one, other]) => unique([one.family, other.family].sort()));
  const [first] = found;
  if (first === undefined || new Set(familiesFound.map((names) => names.join())).size > 1) return undefined;
  const families = unique(first.map(({ family }) => family));
  return { kind: 'mistake', ids: first.map(({ id }) => id), families, areTwo: families.length > 1 };
};

function addUp(observation: Observation, one: string, other: string): boolean {
  const { got, expected } = observation;
  const [a, b] = [resultOf(observation, one), resultOf(observation, other)];
  if (a?.data.length !== expected.data.length || b?.data.length !== expected.data.length) return false;
  return fits(got, { ...expected, data: expected.data.map((x, i) => (a.data[i] ?? NaN) + (b.data[i] ?? NaN) - x) });
}

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
