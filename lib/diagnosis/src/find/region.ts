import { allElements, elementsOf } from '../elements';
import type { Element } from '../elements';
import type { Observation } from '../values';
import type { Sentence } from '../verdict';
import type { Step } from './finding';

/** A set of elements, told by the inputs alone. */
export interface Region {
  readonly family: string;
  readonly where: Sentence;
  /** In one case alone chance puts what is wrong there. */
  readonly needsTwoCases?: boolean;
  has(element: Element): boolean;
}

const region = (family: string, formula: string, has: Region['has']): Region => ({
  family,
  where: { pt: formula, es: formula },
  has,
});

const described = (family: string, pt: string, es: string, has: Region['has']): Region => ({
  family,
  where: { pt, es },
  has,
});

const option = (element: Element): number => element.option ?? NaN;
/** The product of a score and its label of -1 or 1. */
const product = ({ x, label = NaN }: Element): number => x * label;
const error = ({ d = NaN }: Element): number => d;
const isOther = ({ t, label }: Element): boolean => t !== undefined && label === undefined;

const zero = region('KINK', 'd = 0', ({ d }) => d === 0);

const regions: readonly Region[] = [
  zero,
  region('KINK', '|d| = β', (e) => Math.abs(error(e)) === option(e)),
  region('KINK', 'y·f = 1', (e) => product(e) === 1),
  described('KINK', 'uma classe está exatamente na margem', 'una clase está justo en el margen', (e) => e.atMargin),
  region('BRANCH', 'd ≤ −β', (e) => error(e) <= -option(e)),
  region('BRANCH', 'd ≥ β', (e) => error(e) >= option(e)),
  region('BRANCH', '|d| < β', (e) => Math.abs(error(e)) < option(e)),
  region('BRANCH', '|d| ≥ β', (e) => Math.abs(error(e)) >= option(e)),
  region('ABS', 'd < 0', (e) => error(e) < 0),
  region('ABS', 'd > 0', (e) => error(e) > 0),
  region('MARGIN', '0 ≤ y·f < 1', (e) => product(e) >= 0 && product(e) < 1),
  region('MAX0', 'y·f ≥ 1', (e) => product(e) >= 1),
  region('MARGIN', 'y·f < 1', (e) => product(e) < 1),
  ...[-1, 0, 1].map((y) => region('LABEL', `y = ${y === -1 ? '−1' : y}`, ({ label }) => label === y)),
  described('IGNORE', 'o exemplo não tem rótulo', 'el ejemplo no tiene etiqueta', (e) => e.standing === 'ignored'),
  described('PLACE', 'a classe é a verdadeira', 'la clase es la verdadera', (e) => e.standing === 'true'),
  described('PLACE', 'a classe não é a verdadeira', 'la clase no es la verdadera', (e) => e.standing === 'other'),
  described('PLACE', 'o segundo argumento não é 0', 'el segundo argumento no es 0', (e) => isOther(e) && e.t !== 0),
  ...[
    described('PART', 'a linha é a última', 'la fila es la última', (e) => e.row === e.rows - 1),
    described('CARRY', 'a linha não é a primeira', 'la fila no es la primera', (e) => e.row > 0),
  ].map((one) => ({ ...one, needsTwoCases: true })),
];

/** Where d = 0, and wherever the right answer is 0, many wrong formulas are right too. */
const tells = ({ d, wrong, got }: Element): boolean => d !== 0 && (wrong || got !== 0);

/** The smallest region that holds every wrong element, if the answer is right outside it and mostly wrong inside. */
export function wrongRegion(observations: readonly Observation[]): Region | undefined {
  const elements = allElements(observations);
  if (elements === undefined) return undefined;
  const wrongCases = observations.filter((one) => elementsOf(one)?.some(({ wrong }) => wrong)).length;
  const candidates = regions
    .filter(({ needsTwoCases }) => needsTwoCases !== true || wrongCases > 1)
    .filter((candidate) => elements.every((element) => !element.wrong || candidate.has(element)))
    .map((candidate) => {
      const inside = elements.filter((element) => candidate.has(element));
      const counted = candidate === zero ? inside : inside.filter(tells);
      const wrong = counted.filter(({ wrong: isWrong }) => isWrong).length;
      const rightOutside = elements.some((element) => tells(element) && !candidate.has(element));
      return { candidate, size: inside.length, holds: rightOutside && wrong > 0 && wrong >= (2 / 3) * counted.length };
    })
    .filter(({ holds }) => holds)
    .sort((a, b) => a.size - b.size);
  return candidates[0]?.candidate;
}

/** Wrong only in one region of the inputs; where all is twice or half of what is right there, that says more than the place. */
export const byRegion: Step = (observations, { line }) => {
  const found = wrongRegion(observations);
  if (found === undefined) return undefined;
  const wrong = (allElements(observations) ?? []).filter((element) => element.wrong);
  const two = line === 'value' ? 'HALF' : 'TWO';
  return { kind: 'region', ids: [], families: [isTwice(wrong) ? two : found.family] };
};

/** Asks for two different numbers, since the ratio of one may be anything. */
function isTwice(wrong: readonly Element[]): boolean {
  const isMultiple = (k: number): boolean => wrong.every(({ got, expected }) => isNear(got, k * expected));
  return new Set(wrong.map(({ expected }) => expected)).size > 1 && (isMultiple(2) || isMultiple(1 / 2));
}

const isNear = (a: number, b: number): boolean => b !== 0 && Math.abs(a - b) <= 1e-4 * Math.abs(b);
