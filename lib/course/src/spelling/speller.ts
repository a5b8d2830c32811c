import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadModule } from 'hunspell-asm';
import { languages, type Language } from '../notebook/notebook';

/** Whether a language has a word, in this form. */
export type Speller = (word: string) => boolean;

/** Hunspell with its dictionaries of Brazilian Portuguese and of Spanish, and the course's own words of `lib/course/words`. */
export async function openSpellers(): Promise<Readonly<Record<Language, Speller>>> {
  const factory = await loadModule();
  const [pt, es] = languages.map((language) => {
    const dictionary = dirname(require.resolve(`dictionary-${language}`));
    const mounted = (file: string): string =>
      factory.mountBuffer(readFileSync(join(dictionary, file)), language + file);
    const hunspell = factory.create(mounted('index.aff'), mounted('index.dic'));
    const own = new Set([...ownWords('both'), ...ownWords(language)]);
    return (word: string) => knows(hunspell.spell.bind(hunspell), own, word);
  }) as [Speller, Speller];
  return { pt, es };
}

/** A compound such as `custo-benefício` is right where all its parts are. */
function knows(spell: Speller, own: ReadonlySet<string>, word: string): boolean {
  const right = (part: string): boolean => own.has(part) || own.has(part.toLowerCase()) || spell(part);
  return right(word) || (word.includes('-') && word.split('-').every(right));
}

/** One word a line, as in the middle of a sentence: a small first letter unless it is a name. */
function ownWords(name: Language | 'both'): string[] {
  const file = join(__dirname, '../../words', `${name}.txt`);
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
