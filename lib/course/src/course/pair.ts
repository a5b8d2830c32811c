import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language, type Notebook } from '../notebook/notebook';
import { parseNotebook } from '../notebook/parse';
import { CourseError } from '../notebook/problem';
import { notebookFile, type Lesson } from './lessons';

/** The two notebooks of a lesson. */
export interface Pair {
  readonly lesson: Lesson;
  readonly notebooks: Readonly<Record<Language, Notebook>>;
}

/** Reads both notebooks of a lesson. */
export function readPair(root: string, lesson: Lesson): Pair {
  return { lesson, notebooks: { pt: readOne(root, lesson, 'pt'), es: readOne(root, lesson, 'es') } };
}

/** A notebook of a pair with its language and its file. */
export interface Side {
  readonly language: Language;
  readonly file: string;
  readonly notebook: Notebook;
}

export function sides(pair: Pair): readonly Side[] {
  return languages.map((language) => ({
    language,
    file: notebookFile(pair.lesson, language),
    notebook: pair.notebooks[language],
  }));
}

function readOne(root: string, lesson: Lesson, language: Language): Notebook {
  const file = notebookFile(lesson, language);
  const path = join(root, file);
  if (!existsSync(path)) {
    const message = 'this language is missing: copy the other one, then `npm run course -- sync`';
    throw new CourseError([{ file, rule: 'notebook', message }]);
  }
  return parseNotebook(readFileSync(path, 'utf8'), file);
}
