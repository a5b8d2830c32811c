import type { Assignment } from '../assignment/assignment';
import { waitsForMarks, type ResultFile } from '../report/result';
import { columnsOf } from './columns';
import type { CsvTable } from './csvTable';
import { formatNumber, type NumberStyle } from './numbers';
import { matchPeople, type Person, type RowIdentity } from './people';

/** A gradebook that a teacher exported, understood. */
export interface Gradebook {
  readonly system: 'moodle' | 'canvas';
  readonly table: CsvTable;
  /** The students' rows, by their number in the file. */
  readonly rows: ReadonlyMap<number, RowIdentity>;
  readonly style: NumberStyle;
  /** The columns that hold marks of an activity. */
  readonly markColumns: readonly number[];
  /**
   * The columns that could be for an exercise's marks.
   * @param title the header that the instructor names
   * @param alone whether there is no other exercise
   */
  columnsFor(exercise: string, title: string | undefined, alone: boolean): readonly number[];
  /** The most points that a cell takes; undefined if the file does not say. */
  maximumAt(row: number, column: number): number | undefined;
  /** Whether a cell may be filled. */
  isOpen(row: number, column: number): boolean;
}

/** What filling a gradebook came to. */
export interface Filled {
  readonly bytes: Buffer;
  readonly written: number;
  /** Students without a row, or with more than one that could be theirs. */
  readonly unmatched: readonly string[];
  /** Students whose written answers wait for a human: their cells stay as they are. */
  readonly waiting: readonly string[];
  /** Students whose cells the platform has closed. */
  readonly locked: readonly string[];
  /** Exercises whose column could not be told. */
  readonly withoutColumn: readonly string[];
}

/** Fills the marks into the teacher's own file. Exercises that the teacher gives one column are added up. */
export function fillGradebook(book: Gradebook, results: readonly ResultFile[], assignment: Assignment): Filled {
  const { table, rows, system, style } = book;
  const handedIn = results.filter(({ status }) => status !== 'missing');
  const exercises = [...new Set(results.map(({ exercise }) => exercise))];
  const columns = columnsOf(book, exercises, assignment);
  const matched = matchPeople(peopleOf(results), rows, system, assignment);
  const [waiting, locked] = [new Set<string>(), new Set<string>()];
  let written = 0;
  for (const student of new Set(handedIn.map((result) => result.student))) {
    const row = matched.get(student);
    if (row === undefined) continue;
    for (const column of new Set(columns.values())) {
      const own = results.filter((result) => result.student === student && columns.get(result.exercise) === column);
      if (column === undefined || own.every(({ status }) => status === 'missing')) continue;
      if (own.some(waitsForMarks)) waiting.add(student);
      else if (!book.isOpen(row, column)) locked.add(student);
      else {
        table.set(row, column, formatNumber(scaled(own, book.maximumAt(row, column)), style));
        written++;
      }
    }
  }
  return {
    bytes: table.toBytes(),
    written,
    unmatched: [...new Set(handedIn.map(({ student }) => student))].filter((student) => !matched.has(student)),
    waiting: [...waiting],
    locked: [...locked],
    withoutColumn: exercises.filter((exercise) => columns.get(exercise) === undefined),
  };
}

export function peopleOf(results: readonly Pick<ResultFile, 'student' | 'submitted'>[]): Person[] {
  const people = new Map<string, Person>();
  for (const { student, submitted } of results) {
    const platform = submitted?.platform ?? people.get(student)?.platform ?? null;
    people.set(student, { student, platform });
  }
  return [...people.values()];
}

/** The platform's maximum may be another than ours. */
function scaled(results: readonly ResultFile[], maximum: number | undefined): number {
  const score = results.reduce((sum, one) => sum + one.score, 0);
  const most = results.reduce((sum, one) => sum + one.max_score, 0);
  return maximum === undefined || maximum === 0 || most === 0 ? score : (score / most) * maximum;
}
