import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Markable } from '../assignment/readAssignment';
import { withPoints } from '../assignment/points';
import type { Assignment } from '../assignment/assignment';
import type { Exercise } from '../gradeSubmission';
import type { Language } from '../language';
import { readNotebook, type Notebook } from '../read/notebook';
import { writtenIn } from '../read/plan';
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

/** Prepares exercises, each once, with the points of an assignment. */
export function exercisesOf(
  course: Course,
  oracles: Oracles,
  assignment?: Assignment,
): (name: string) => Promise<Exercise> {
  const prepared = new Map<string, Promise<Exercise>>();
  return (name) => {
    const exercise = prepared.get(name) ?? prepare(course, oracles, assignment, name);
    prepared.set(name, exercise);
    return exercise;
  };
}

async function prepare(
  course: Course,
  oracles: Oracles,
  assignment: Assignment | undefined,
  name: string,
): Promise<Exercise> {
  const oracle = oracles.load(name);
  return {
    oracle: assignment === undefined ? oracle : withPoints(oracle, assignment),
    released: releasedIn(course, name),
    runtime: await runtimeFor(course.root, oracle.forbidden, join(course.cache, 'runtime')),
  };
}

/** An exercise as it was handed out, in the languages in which it was. */
export function releasedIn({ exercises }: Course, name: string): Exercise['released'] {
  const released = (language: Language): Notebook | undefined => {
    const path = join(exercises, language, `${name}.ipynb`);
    return existsSync(path) ? readNotebook(readFileSync(path)) : undefined;
  };
  return { pt: released('pt'), es: released('es') };
}

/** What can be marked in an exercise; undefined if there is none of that name. */
export function markableIn(course: Course, oracles: Oracles, name: string): Markable | undefined {
  if (!oracles.names.includes(name)) return undefined;
  const { pt, es } = releasedIn(course, name);
  return {
    items: new Map(oracles.load(name).items.map(({ id, points }) => [id, points])),
    written: new Map(writtenIn(pt ?? es).map(({ id, maxPoints }) => [id, maxPoints])),
  };
}
