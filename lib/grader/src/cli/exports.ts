import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assignment } from '../assignment/assignment';
import { printable } from '../batch/progress';
import { openCanvas } from '../lms/canvas';
import { columnProblems } from '../lms/columns';
import { CsvTable } from '../lms/csvTable';
import { fillGradebook, type Gradebook } from '../lms/gradebook';
import { openMoodle, type MoodleGradebook } from '../lms/moodle';
import { moodleFeedback } from '../lms/moodleFeedback';
import { fullNames } from '../lms/names';
import type { Found, Submission } from '../read/submissions';
import { gradescopeResults } from '../report/gradescope';
import { feedbackHtml } from '../report/html';
import { nbgraderCsv } from '../report/nbgraderCsv';
import type { ResultFile } from '../report/result';
import { writeAtomically } from '../report/writeAtomically';
import { zipOf } from '../report/zipOf';
import type { Options } from './options';
import { Refusal } from './refusal';
import * as words from './exportWords';

/** The gradebooks that the instructor wants filled. */
export interface Gradebooks {
  readonly canvas: Gradebook | undefined;
  readonly moodle: MoodleGradebook | undefined;
}

/**
 * Reads the gradebooks, before anything is graded.
 * @throws Refusal if one is not what it should be
 */
export function openGradebooks({ canvas, moodle }: Options): Gradebooks {
  const open = <Book>(path: string | undefined, read: (table: CsvTable) => Book | undefined): Book | undefined => {
    if (path === undefined) return undefined;
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      throw new Refusal(words.sayNoFile(path));
    }
    const book = read(new CsvTable(bytes));
    if (book === undefined) throw new Refusal(words.sayNoGradebook(path));
    return book;
  };
  return { canvas: open(canvas, openCanvas), moodle: open(moodle, openMoodle) };
}

/**
 * Looks whether it is clear what goes into which column, before anything is graded.
 * @param exercises those that are graded
 * @throws Refusal if the instructor has to decide it
 */
export function checkColumns(
  { canvas, moodle }: Options,
  books: Gradebooks,
  exercises: readonly string[],
  assignment: Assignment,
): void {
  const paths = { canvas, moodle };
  for (const [name, book] of booksIn(books)) {
    const problems = columnProblems(book, exercises, assignment);
    if (problems.length > 0) throw new Refusal(words.sayColumns(paths[name] ?? name, problems));
  }
}

function booksIn(books: Gradebooks): [keyof Gradebooks, Gradebook][] {
  const all = Object.entries(books) as [keyof Gradebooks, Gradebook | undefined][];
  return all.flatMap(([name, book]) => (book === undefined ? [] : [[name, book]]));
}

/** Submissions with the times that Moodle's list has, which are better than any file's. */
export function withPlatformTimes(found: Found, { moodle }: Gradebooks, assignment: Assignment): Found {
  if (moodle === undefined || assignment.late === undefined) return found;
  const people = found.submissions.map(({ student, platform }) => ({ student, platform: platform ?? null }));
  const times = moodle.times(people, assignment, assignment.late.timeZone);
  const submissions = found.submissions.map((submission): Submission => {
    const at = times.get(submission.student);
    return at === undefined ? submission : { ...submission, time: { at, from: 'platform' } };
  });
  return { ...found, submissions };
}

/** Writes what other systems read, and tells the instructor what could not go in. */
export async function writeExports(
  options: Options,
  books: Gradebooks,
  results: readonly ResultFile[],
  assignment: Assignment,
): Promise<void> {
  const { out, language } = options;
  for (const [name, book] of booksIn(books)) {
    const filled = fillGradebook(book, results, assignment);
    const path = join(out, `${name}.csv`);
    writeAtomically(path, filled.bytes);
    for (const line of words.sayFilled(path, filled)) console.error(printable(line[language]));
  }
  if (books.moodle !== undefined) {
    const pages = moodleFeedback(books.moodle, results, assignment, feedbackHtml);
    const path = join(out, 'moodle-feedback.zip');
    writeAtomically(path, await zipOf(pages));
    console.error(printable(words.sayFeedbackZip(path, pages.length)[language]));
  }
  if (options.nbgrader) {
    const names = fullNames(
      results,
      booksIn(books).map(([, book]) => book),
      assignment,
    );
    writeAtomically(join(out, 'nbgrader.csv'), nbgraderCsv(results, assignment, names));
  }
  if (!options.gradescope) return;
  for (const student of new Set(results.map((result) => result.student))) {
    const own = gradescopeResults(results.filter((result) => result.student === student));
    writeAtomically(join(out, 'gradescope', student, 'results.json'), `${JSON.stringify(own, null, 2)}\n`);
  }
}
