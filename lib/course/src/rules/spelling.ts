import type { Language } from '../notebook/notebook';
import type { Speller } from '../spelling/speller';
import { readerWords } from './readerWords';
import { cellRule, type Rule } from './rule';

/** Every word of the prose, and of what code shows through `t()`, is in the language's dictionary or among the course's words. */
export function spelling(spellers: Readonly<Record<Language, Speller>>): Rule {
  return cellRule('spelling', (cell, { language }) =>
    wordsIn(readerWords(cell, language))
      .filter((word) => !isName(word) && !spellers[language](word))
      .map((word) => `"${word}" is not in the dictionary; lib/course/words/${language}.txt (or both.txt) adds a word`),
  );
}

/** Each word once. Left out: code in backquotes, what has digits in it, as `log2`, addresses, and names: a capital within a sentence. */
function wordsIn(text: string): string[] {
  const plain = text.replace(/`[^`]*`|\b\w+:\/\/\S+|\S+@\S+|\S*\d\S*/g, ' ');
  const words = plain.replace(/(?<=[\p{Ll},;)] )\p{Lu}[\p{L}’'-]*/gu, ' ').match(/\p{L}\p{M}*(?:[-’']?\p{L}\p{M}*)*/gu);
  return [...new Set(words ?? [])];
}

/** Single letters, capitals as in `MSE` or `NLLs`, and names of code as in `klDiv`. */
function isName(word: string): boolean {
  return word.length === 1 || /^[\p{Lu}-]+s?$|\p{Ll}\p{Lu}/u.test(word);
}
