import { parseArgs } from 'node:util';
import { exerciseFile, exerciseNames, itemsOf, readExercise } from '../practice/exercise';
import { readerLanguage } from '../practice/person';
import { standing, summary } from '../practice/standing';
import type { Command } from './command';

const empty = {
  pt: 'Ainda não há exercícios em work/pt: npm start os põe lá.',
  es: 'Todavía no hay ejercicios en work/es: npm start los pone ahí.',
};

export const progress: Command = {
  name: 'progress',
  help: `course progress [--lang pt|es]

Shows, for each exercise in work/, which items are right, wrong (✗), not done yet (○) or for a human (✎), as their cells last said when
the notebook was saved, and what comes next. Runs nothing.`,

  run(args, { root, print }) {
    const { values } = parseArgs({ args: [...args], options: { lang: { type: 'string' } } });
    const language = readerLanguage(values.lang);
    const names = exerciseNames(root, language);
    if (names.length === 0) {
      print(empty[language]);
      return 0;
    }
    const all = names.map((name) => ({ name, items: itemsOf(readExercise(root, exerciseFile(language, name))) }));
    for (const { name, items } of all) print(summary(name, items, language));
    const next = all.find(({ items }) => items.some(({ state }) => state === 'wrong' || state === 'open'));
    if (next !== undefined) ['', next.name, ...standing(next.items, language)].forEach(print);
    return 0;
  },
};
