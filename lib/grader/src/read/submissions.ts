import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a student handed in for one exercise; without a path the file is missing. */
export interface Submission {
  readonly student: string;
  readonly exercise: string;
  readonly path: string | undefined;
}

/** What lies in a folder of submissions. */
export interface Found {
  readonly students: readonly string[];
  readonly submissions: readonly Submission[];
  /** Paths, relative to the folder, that are no submission: they are named to the instructor and left alone. */
  readonly skipped: readonly string[];
}

/**
 * Looks through `folder/<student>/<exercise>.ipynb`. Each student gets a submission of each exercise that anybody handed in,
 * or of those asked for.
 * @param known the exercises that can be graded
 * @param asked the exercises to grade whoever handed them in; all that are found if empty
 * @param ignore names of folders that are no students, such as the one for the results
 */
export function findSubmissions(
  folder: string,
  known: readonly string[],
  asked: readonly string[] = [],
  ignore: readonly string[] = [],
): Found {
  const skipped: string[] = [];
  const files = new Map<string, Set<string>>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (ignore.includes(entry.name)) continue;
    if (!entry.isDirectory() || entry.name.startsWith('.')) skipped.push(entry.name);
    else files.set(entry.name, exercisesOf(folder, entry.name, known, skipped));
  }
  const students = [...files.keys()].sort(byCodePoint);
  const handedIn = new Set([...files.values()].flatMap((names) => [...names]));
  const exercises = (asked.length > 0 ? [...asked] : [...handedIn]).sort(byCodePoint);
  const submissions = students.flatMap((student) =>
    exercises.map((exercise) => ({
      student,
      exercise,
      path: files.get(student)?.has(exercise) === true ? join(folder, student, `${exercise}.ipynb`) : undefined,
    })),
  );
  return { students, submissions, skipped };
}

function exercisesOf(folder: string, student: string, known: readonly string[], skipped: string[]): Set<string> {
  const exercises = new Set<string>();
  for (const name of readdirSync(join(folder, student))) {
    const exercise = name.endsWith('.ipynb') ? name.slice(0, -'.ipynb'.length) : undefined;
    if (exercise !== undefined && known.includes(exercise)) exercises.add(exercise);
    else if (!name.startsWith('.')) skipped.push(join(student, name));
  }
  return exercises;
}

/** The same order on every machine, whatever its locale. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
