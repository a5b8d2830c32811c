import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../language';
import { readNotebook } from '../../read/notebook';

/** The model answer of a written question, with the criteria by which it is marked; undefined if nobody wrote one. */
export type ModelAnswers = (exercise: string, id: string) => string | undefined;

/**
 * Reads them from the masters, which students do not get.
 * @param masters `solutions`, with `pt/` and `es/`; it need not be there
 * @param language of who marks
 */
export function modelAnswersIn(masters: string, language: Language): ModelAnswers {
  const read = new Map<string, ReadonlyMap<string, string>>();
  return (exercise, id) => {
    const answers = read.get(exercise) ?? answersOf(join(masters, language, `${exercise}.ipynb`));
    read.set(exercise, answers);
    return answers.get(id);
  };
}

function answersOf(master: string): Map<string, string> {
  const cells = existsSync(master) ? readNotebook(readFileSync(master)).cells : [];
  return new Map(
    cells.flatMap(({ nbgrader, source }) => {
      const text = /<!-- BEGIN SOLUTION -->([^]*?)<!-- END SOLUTION -->/.exec(source)?.[1];
      if (text === undefined || nbgrader?.grade !== true || !nbgrader.solution) return [];
      return [[nbgrader.gradeId, text.replace(/<!-- STUB:.*?-->/gs, '').trim()]];
    }),
  );
}
