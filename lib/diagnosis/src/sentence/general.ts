import type { Sentence } from '../verdict';
import { families, noFamily, withoutCount } from './families';

/**
 * What the mistakes of some families are, of no case in particular: for who looks at many answers.
 * @param names the families, the likeliest first; at most two are told, as to the student
 * @example generalSentence(['SUM']).pt // O seu resultado cresce com o número de elementos. Você somou onde se pedia a média?
 */
export function generalSentence(names: readonly string[]): Sentence {
  const known = [...new Set(names.map((name) => families[name] ?? noFamily))].slice(0, 2);
  const told = known.length === 0 ? [noFamily] : known;
  const say = (language: keyof Sentence): string => told.map((sentence) => withoutCount(sentence[language])).join(' ');
  return { pt: say('pt'), es: say('es') };
}
