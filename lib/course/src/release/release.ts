import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notebookFile, type Lesson } from '../course/lessons';
import { readPair, sides } from '../course/pair';
import { printNotebook } from '../notebook/print';
import { CourseError } from '../notebook/problem';
import { checksOf, printChecks } from './checks';
import { exerciseOf } from './exercise';
import { itemProblems } from './items';
import { loadOracle } from './oracle';
import { sameNumbers } from './sameNumbers';

/** A file that a release makes, relative to the course's folder. */
export interface Made {
  readonly file: string;
  readonly text: string;
}

/**
 * The files that students get for one exercise: both notebooks and the numbers of `check()`. Nothing is written. Numbers that
 * another version of Node.js computed stay as they are.
 *
 * @throws CourseError when the master and its oracle do not fit together.
 */
export async function releaseOf(root: string, name: string): Promise<Made[]> {
  const master: Lesson = { folder: 'solutions', name };
  const oracle = loadOracle(root, name);
  const both = sides(readPair(root, master));
  const problems = both.flatMap(({ notebook, file }) => itemProblems(notebook, file, oracle));
  if (problems.length > 0) throw new CourseError(problems);
  return [
    ...both.map(({ language, notebook, file }) => ({
      file: notebookFile({ folder: 'exercises', name }, language),
      text: printNotebook(exerciseOf(notebook, language, file)),
    })),
    keepingDigits(root, { file: `exercises/checks/${name}.json`, text: await printChecks(checksOf(oracle)) }),
  ];
}

function keepingDigits(root: string, made: Made): Made {
  const path = join(root, made.file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return sameNumbers(before, made.text) ? { ...made, text: before } : made;
}
