import type { Assignment } from '../assignment/assignment';
import { waitsForMarks, type ResultFile } from '../report/result';
import type { ZipText } from '../report/zipOf';
import { peopleOf, type Gradebook } from './gradebook';

/**
 * The feedback as Moodle takes it, by _Upload feedback files in a zip_: laid out as the zip of submissions that it gives, a folder
 * for each student or group with its number. Whose answers wait for a human, and whose number is not known, are not in it.
 * @param pageOf the page of a result
 */
export function moodleFeedback(
  book: Gradebook,
  results: readonly ResultFile[],
  assignment: Assignment,
  pageOf: (result: ResultFile) => string,
): ZipText[] {
  const folders = foldersOf(book, results, assignment);
  return results.flatMap((result) => {
    const folder = folders.get(result.student);
    if (folder === undefined || result.status === 'missing' || waitsForMarks(result)) return [];
    return [{ name: `${folder}_assignsubmission_file/${result.exercise}.html`, text: pageOf(result) }];
  });
}

/** `Ana Souza_12345`: by the number in the name of the student's file, else by that of their row. */
function foldersOf(book: Gradebook, results: readonly ResultFile[], assignment: Assignment): Map<string, string> {
  const people = peopleOf(results);
  const matched = book.match(people, assignment);
  const hasNumbers = [...book.rows.values()].some(({ id }) => id !== undefined);
  return new Map(
    people.flatMap(({ student, platform }): [string, string][] => {
      const rows = (matched.get(student) ?? []).flatMap((row) => book.rows.get(row) ?? []);
      if (rows.length === 0 && hasNumbers) return [];
      if (platform?.system === 'moodle')
        return platform.id === '' ? [] : [[student, `${platform.name}_${platform.id}`]];
      const [row] = rows;
      // A row of an assignment for groups has the number of a member, where Moodle looks for the group's.
      if (row?.id === undefined || (row.group ?? '') !== '') return [];
      return [[student, `${inFileName(row.name ?? '')}_${row.id}`]];
    }),
  );
}

/** A name as Moodle writes it for a file. */
function inFileName(name: string): string {
  return name.replaceAll('_', ' ').replace(/[\p{C}&<>"`|':\\/]/gu, '');
}
