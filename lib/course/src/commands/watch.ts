import { parseArgs } from 'node:util';
import type { Language } from '../notebook/notebook';
import { CourseError, UsageError } from '../notebook/problem';
import { exerciseFile, exerciseNames, itemsOf, readExercise } from '../practice/exercise';
import { readerLanguage } from '../practice/person';
import { standing, summary } from '../practice/standing';
import { savedExercises } from '../practice/watch';
import { cleared } from '../run/cleared';
import { execute } from '../run/execute';
import type { Command, Context } from './command';

/** No exercise computes as long; a loop without an end stops here. Seconds for each cell. */
const LONGEST = 30;

const words = {
  pt: {
    waiting: (folder: string) =>
      `Edite um exercício em ${folder}; cada vez que você salvar, ele será verificado. Para sair: Ctrl+C.`,
    running: (name: string) => `${name}: verificando…`,
    endless: `uma célula não terminou em ${LONGEST} s e foi interrompida. Que laço não tem fim?`,
  },
  es: {
    waiting: (folder: string) =>
      `Edita un ejercicio en ${folder}; cada vez que guardes, se verificará. Para salir: Ctrl+C.`,
    running: (name: string) => `${name}: verificando…`,
    endless: `una celda no terminó en ${LONGEST} s y se interrumpió. ¿Qué bucle no tiene fin?`,
  },
};

export const watch: Command = {
  name: 'watch',
  help: `course watch [NAMES…] [--once] [--lang pt|es]

Runs an exercise of work/ from a fresh kernel each time you save it, and says which items are right and what the first wrong one does.
The file itself stays as you saved it.

  --once   check these exercises (all of them without NAMES) once and end; 1 if an item is not right`,

  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { once: { type: 'boolean' }, lang: { type: 'string' } },
    });
    const language = readerLanguage(values.lang);
    const names = exerciseNames(context.root, language);
    const wanted = names.filter(
      (name) => positionals.length === 0 || positionals.some((word) => name === word || name.startsWith(`${word}-`)),
    );
    if (wanted.length === 0)
      throw new UsageError(`no exercise ${positionals.join(' ')} in work/${language}: npm start`);
    if (values.once === true) {
      let right = true;
      for (const name of wanted) right = (await checkOne(name, language, context)) && right;
      return right ? 0 : 1;
    }
    context.print(words[language].waiting(`work/${language}`));
    const stop = new AbortController();
    process.once('SIGINT', () => {
      stop.abort();
    });
    for await (const name of savedExercises(context.root, language, stop.signal)) {
      if (wanted.includes(name)) await checkOne(name, language, context);
    }
    return 0;
  },
};

/** Whether all that `check()` judges is right. A notebook that is broken or cannot be run is said so; the next save may mend it. */
async function checkOne(name: string, language: Language, { root, print }: Context): Promise<boolean> {
  print(`\n${words[language].running(name)}`);
  try {
    const file = exerciseFile(language, name);
    const items = itemsOf(await execute(root, file, cleared(readExercise(root, file)), { seconds: LONGEST })).map(
      (item) => (item.words.startsWith('✗ Interrupted') ? { ...item, words: `✗ ${words[language].endless}` } : item),
    );
    [summary(name, items, language), ...standing(items, language)].forEach(print);
    return items.every(({ state }) => state === 'right' || state === 'written');
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    print(error.message);
    return false;
  }
}
