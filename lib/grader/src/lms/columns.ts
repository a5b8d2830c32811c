import type { Assignment } from '../assignment/assignment';
import type { Gradebook } from './gradebook';
import { plainHeader } from './header';

/** Why a gradebook cannot be filled as it was asked for. */
export type ColumnProblem =
  /** No column, or more than one, has the header that the assignment's file names. */
  | {
      readonly why: 'wrong-name';
      readonly exercise: string;
      readonly title: string;
      readonly headers: readonly string[];
    }
  /** Several exercises would be added up in a column, and nobody said that they should. */
  | { readonly why: 'shared'; readonly header: string; readonly exercises: readonly string[] }
  /** Not one exercise has a column. */
  | { readonly why: 'none'; readonly exercises: readonly string[]; readonly headers: readonly string[] };

/** The column of each exercise; undefined where it cannot be told. */
export type Columns = ReadonlyMap<string, number | undefined>;

/** Finds the column of each exercise: the one that the assignment's file names, else one that its name fits. */
export function columnsOf(book: Gradebook, exercises: readonly string[], assignment: Assignment): Columns {
  return new Map(
    exercises.map((exercise) => {
      const candidates = book.columnsFor(exercise, titleOf(exercise, assignment), exercises.length === 1);
      return [exercise, candidates.length === 1 ? candidates[0] : undefined] as const;
    }),
  );
}

/** What the instructor has to decide before a gradebook can be filled: nothing is added up or left out by a guess. */
export function columnProblems(
  book: Gradebook,
  exercises: readonly string[],
  assignment: Assignment,
): readonly ColumnProblem[] {
  const columns = columnsOf(book, exercises, assignment);
  const headers = book.markColumns.map((column) => headerOf(book, column));
  const problems: ColumnProblem[] = exercises.flatMap((exercise) => {
    const title = titleOf(exercise, assignment);
    if (title === undefined || columns.get(exercise) !== undefined) return [];
    return [{ why: 'wrong-name', exercise, title, headers }];
  });
  for (const column of new Set(columns.values())) {
    if (column === undefined) continue;
    const own = exercises.filter((exercise) => columns.get(exercise) === column);
    if (own.length < 2 || own.every((exercise) => titleOf(exercise, assignment) !== undefined)) continue;
    problems.push({ why: 'shared', header: headerOf(book, column), exercises: own });
  }
  if (problems.length === 0 && exercises.length > 0 && exercises.every((one) => columns.get(one) === undefined)) {
    problems.push({ why: 'none', exercises, headers });
  }
  return problems;
}

function titleOf(exercise: string, { exercises }: Assignment): string | undefined {
  return exercises.get(exercise)?.column;
}

function headerOf({ table }: Gradebook, column: number): string {
  return plainHeader(table.rows[0]?.[column] ?? '');
}
