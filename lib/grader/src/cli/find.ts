import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Assignment } from '../assignment/assignment';
import { printable } from '../batch/progress';
import { findSubmissions, type Found, type Submission } from '../read/submissions';
import { assignmentName, assignmentPath } from './assignmentFile';
import type { Options } from './options';
import { Refusal } from './refusal';
import * as words from './words';

/**
 * Finds the submissions, and tells the instructor what is none.
 * @throws Refusal
 */
export async function find(options: Options, assignment: Assignment, known: readonly string[]): Promise<Found> {
  const { submissions: source, out, exercises, language } = options;
  const strange = exercises.find((name) => !known.includes(name));
  if (strange !== undefined) throw new Refusal(words.sayNoOracle(strange, known));
  const ignore = resolve(dirname(resolve(out))) === resolve(source) ? [basename(out)] : [];
  const asked = exercises.length > 0 ? exercises : [...assignment.exercises.keys()];
  const found = await findSubmissions(source, known, asked, [...ignore, assignmentName]);
  for (const { path, reason } of found.refused) console.error(words.sayRefused(printable(path), reason)[language]);
  for (const path of found.skipped) console.error(words.saySkipped(printable(path))[language]);
  for (const { student, file, earlier } of found.submissions) {
    if (file === undefined || earlier.length === 0) continue;
    const latest = printable(file.path.join('/'));
    console.error(words.sayEarlier(printable(student), latest, earlier.map(printable))[language]);
  }
  if (found.submissions.length === 0) throw new Refusal(words.sayNoSubmissions(source));
  warnOfStrangers(options, assignment, found);
  return found;
}

/**
 * Looks whether what the instructor names is there.
 * @throws Refusal
 */
export function checkSource({ submissions: source }: Options): void {
  const facts = statSync(source, { throwIfNoEntry: false });
  if (!existsSync(source) || facts === undefined) throw new Refusal(words.sayNoFolder(source));
  if (!facts.isDirectory() && !/\.(?:zip|ipynb)$/i.test(source)) throw new Refusal(words.sayNoFolder(source));
}

/** A mark for a name that nobody has is likely a slip of the pen. */
function warnOfStrangers(options: Options, { marks, students, late }: Assignment, found: Found): void {
  const path = assignmentPath(options) ?? '';
  const named = [
    ...marks.keys(),
    ...students.keys(),
    ...(late?.extensions.keys() ?? []),
    ...(late?.submitted.keys() ?? []),
  ];
  for (const student of new Set(named)) {
    if (!found.students.includes(student)) console.error(words.sayNobody(path, student)[options.language]);
  }
}

/** What of all submissions is graded: for some, only these items. */
export interface Selected {
  readonly submissions: readonly Submission[];
  /** Items by exercise; an exercise without an entry is graded as a whole. */
  readonly items: ReadonlyMap<string, readonly string[]>;
  /** Whether some are left out, whose earlier results stay. */
  readonly isPart: boolean;
}

/**
 * Chooses by `--student` and `--only`.
 * @param itemsOf the ids of an exercise's items
 * @throws Refusal
 */
export function select(
  { only, students }: Options,
  found: Found,
  itemsOf: (exercise: string) => readonly string[],
): Selected {
  for (const student of students) if (!found.students.includes(student)) throw new Refusal(words.sayNoStudent(student));
  const exercises = [...new Set(found.submissions.map(({ exercise }) => exercise))];
  const items = new Map<string, string[]>();
  const whole = new Set<string>();
  for (const name of only) {
    const matches = exercises.flatMap((exercise) =>
      itemsOf(exercise)
        .filter((item) => item === name || `${exercise}/${item}` === name)
        .map((item) => ({ exercise, item })),
    );
    if (exercises.includes(name)) whole.add(name);
    else if (matches.length === 0) {
      throw new Refusal(
        words.sayNoItem(
          name,
          exercises.flatMap((exercise) => [exercise, ...itemsOf(exercise)]),
        ),
      );
    }
    for (const { exercise, item } of matches) items.set(exercise, [...(items.get(exercise) ?? []), item]);
  }
  for (const exercise of whole) items.delete(exercise);
  const submissions = found.submissions.filter(
    ({ student, exercise }) =>
      (students.length === 0 || students.includes(student)) &&
      (only.length === 0 || whole.has(exercise) || items.has(exercise)),
  );
  return { submissions, items, isPart: submissions.length < found.submissions.length || items.size > 0 };
}
