import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../gradeSubmission';
import type { Language } from '../language';
import { readNotebook, type Notebook } from '../read/notebook';
import { runtimeFor } from '../runtime/runtime';
import type { Oracles } from './oracles';

/** Where the parts of a course are that grading needs. */
export interface Course {
  /** The folder with `node_modules` and the compiled packages. */
  readonly root: string;
  readonly oracles: string;
  /** With `pt/` and `es/`: the exercises as they were handed out. */
  readonly exercises: string;
  /** Kept between runs; may be deleted at any time. */
  readonly cache: string;
}

/** Prepares exercises, each once. */
export function exercisesOf(course: Course, oracles: Oracles): (name: string) => Promise<Exercise> {
  const prepared = new Map<string, Promise<Exercise>>();
  return (name) => {
    const exercise = prepared.get(name) ?? prepare(course, oracles, name);
    prepared.set(name, exercise);
    return exercise;
  };
}

async function prepare({ root, exercises, cache }: Course, oracles: Oracles, name: string): Promise<Exercise> {
  const oracle = oracles.load(name);
  const released = (language: Language): Notebook | undefined => {
    const path = join(exercises, language, `${name}.ipynb`);
    return existsSync(path) ? readNotebook(readFileSync(path)) : undefined;
  };
  return {
    oracle,
    released: { pt: released('pt'), es: released('es') },
    runtime: await runtimeFor(root, oracle.forbidden, join(cache, 'runtime')),
  };
}
