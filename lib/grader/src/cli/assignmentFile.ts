import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plainAssignment, type Assignment } from '../assignment/assignment';
import { mergeMarks } from '../assignment/mergeMarks';
import { InvalidAssignment } from '../assignment/problems';
import { readAssignment } from '../assignment/readAssignment';
import { markableIn, type Course } from '../batch/exercises';
import type { Oracles } from '../batch/oracles';
import { writeAtomically } from '../report/writeAtomically';
import type { Options } from './options';
import { Refusal } from './refusal';
import * as words from './words';

/** The name that is looked for among the submissions. */
export const assignmentName = 'assignment.yaml';

/** Where the assignment's file is: where the instructor says, or among the submissions. */
export function assignmentPath({ submissions, assignment }: Options): string | undefined {
  if (assignment !== undefined) return assignment;
  const inside = join(submissions, assignmentName);
  return statSync(submissions, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(inside)
    ? inside
    : undefined;
}

export interface OpenAssignment {
  readonly assignment: Assignment;
  /** Writes the marks that came in files of their own into the assignment's. */
  readonly save: () => void;
}

/**
 * Reads the assignment's file, with the marks that come in files of their own; its comments stay.
 * @throws Refusal
 */
export function openAssignment(options: Options, course: Course, oracles: Oracles): OpenAssignment {
  const path = assignmentPath(options);
  if (path === undefined) {
    if (options.marks.length > 0) throw new Refusal(words.sayMarksNeedAssignment);
    return { assignment: plainAssignment, save: () => undefined };
  }
  const read = (text: string, from: string, rules?: Assignment['exercises']): Assignment => {
    try {
      return readAssignment(text, oracles.names, (name) => markableIn(course, oracles, name), rules);
    } catch (error) {
      if (!(error instanceof InvalidAssignment)) throw error;
      throw new Refusal(words.sayInvalid(from, error.problems));
    }
  };
  const text = textOf(path);
  let merged = text;
  const { exercises } = read(text, path);
  for (const marks of options.marks) {
    read(textOf(marks), marks, exercises);
    merged = mergeMarks(merged, textOf(marks));
  }
  const save = (): void => {
    if (merged !== text) writeAtomically(path, merged);
  };
  return { assignment: read(merged, path), save };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(words.sayUnreadable(path));
  }
}
