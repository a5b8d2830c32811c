import type { Assignment } from '../assignment/assignment';
import type { ResultFile } from '../report/result';
import { peopleOf, type Gradebook } from './gradebook';

/** What a student is called, as far as it is known; empty where it is not. */
export interface FullName {
  readonly first: string;
  readonly last: string;
  readonly email: string;
}

/** Names by student: those that the instructor gives, else those of the gradebooks, else that of Moodle's own zip. */
export function fullNames(
  results: readonly Pick<ResultFile, 'student' | 'submitted'>[],
  books: readonly Gradebook[],
  assignment: Assignment,
): Map<string, FullName> {
  const people = peopleOf(results);
  const matches = books.map((book) => ({ book, matched: book.match(people, assignment) }));
  return new Map(
    people.map(({ student, platform }) => {
      const given = assignment.students.get(student);
      // A group's rows are those of several people.
      const rows = matches.flatMap(({ book, matched }) => {
        const [row = -1, ...others] = matched.get(student) ?? [];
        return others.length > 0 ? [] : (book.rows.get(row) ?? []);
      });
      const inParts = rows.find(({ last }) => last !== undefined && last !== '');
      const whole = [...rows.map(({ name }) => name), platform?.system === 'moodle' ? platform.name : undefined];
      const name =
        given?.name === undefined && inParts !== undefined
          ? { first: inParts.first ?? '', last: inParts.last ?? '' }
          : split(given?.name ?? whole.find((one) => one !== undefined && one.trim() !== '') ?? '');
      const email = given?.email ?? rows.map((row) => row.email).find(Boolean) ?? '';
      return [student, { ...name, email: email.trim() }] as const;
    }),
  );
}

/** `Souza, Ana` or `Ana Souza`: without a comma the last word is the last name, and a single one the first. */
function split(name: string): Pick<FullName, 'first' | 'last'> {
  const [last = '', first] = name.trim().split(/\s*,\s*/);
  if (first !== undefined) return { first, last };
  const words = name.trim().split(/\s+/);
  const [only = ''] = words;
  return words.length === 1
    ? { first: only, last: '' }
    : { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' };
}
