import { allElements } from '../elements';
import type { Element } from '../elements';
import type { Observation } from '../values';
import type { Sentence } from '../verdict';
import type { Step } from './finding';

/** A set of elements, told by the inputs alone. */
export interface Region {
  readonly family: string;
  readonly where: Sentence;
  has(element: Element): boolean;
}

const region = (family: string, formula: string, has: Region['has']): Region => ({
  family,
  where: { pt: formula, es: formula },
  has,
});

const option = (element: Element): number => element.option ?? NaN;

const regions: readonly Region[] = [
  region('KINK', 'd = 0', ({ d }) => d === 0),
  region('KINK', '|d| = β', (e) => Math.abs(e.d) === option(e)),
  region('BRANCH', 'd ≤ −β', (e) => e.d <= -option(e)),
  region('BRANCH', 'd ≥ β', (e) => e.d >= option(e)),
  region('BRANCH', '|d| < β', (e) => Math.abs(e.d) < option(e)),
  region('BRANCH', '|d| ≥ β', (e) => Math.abs(e.d) >= option(e)),
  region('ABS', 'd < 0', ({ d }) => d < 0),
  region('ABS', 'd > 0', ({ d }) => d > 0),
  {
    family: 'TERM',
    where: { pt: 'depois da primeira linha', es: 'después de la primera fila' },
    has: ({ row }) => row > 0,
  },
];

/**
 * The smallest region that holds every wrong element, if the answer is right outside it and mostly wrong inside. Elements with
 * d = 0 tell nothing of the other regions, since there many wrong formulas give the right 0.
 */
export function wrongRegion(observations: readonly Observation[]): Region | undefined {
  const elements = allElements(observations);
  if (elements === undefined) return undefined;
  const telling = elements.filter(({ d }) => d !== 0);
  const candidates = regions
    .filter((candidate) => elements.every((element) => !element.wrong || candidate.has(element)))
    .map((candidate) => {
      const inside = elements.filter((element) => candidate.has(element));
      const counted = candidate === regions[0] ? inside : inside.filter(({ d }) => d !== 0);
      const wrong = counted.filter(({ wrong: isWrong }) => isWrong).length;
      const rightOutside = telling.some((element) => !candidate.has(element));
      return { candidate, size: inside.length, holds: rightOutside && wrong > 0 && wrong >= (2 / 3) * counted.length };
    })
    .filter(({ holds }) => holds)
    .sort((a, b) => a.size - b.size);
  return candidates[0]?.candidate;
}

/** Wrong only in one region of the inputs. */
export const byRegion: Step = (observations) => {
  const found = wrongRegion(observations);
  return found && { kind: 'region', ids: [], families: [found.family] };
};
