import type { Assignment } from '../assignment/assignment';
import { waitsForMarks, type ResultFile } from '../report/result';
import { columnsOf } from './columns';
import type { CsvTable } from './csvTable';
import { formatNumber, parseNumber, type NumberStyle } from './numbers';
import type { Matches, Person, RowIdentity } from './people';

/** A gradebook that a teacher exported, understood. */
export interface Gradebook {
  readonly system: 'moodle' | 'canvas';
  readonly table: CsvTable;
  /** The students' rows, by their number in the file. */
  readonly rows: ReadonlyMap<number, RowIdentity>;
  /** Finds the rows of students: one, or those of a group's members. */
  match(people: readonly Person[], assignment: Assignment): Matches;
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
  /** Whether the platform keeps a mark that it has unless the teacher says otherwise. */
  readonly keepsMarks: boolean;
  /** Whether a row has a comment, which the platform takes back with the marks. */
  hasComment(row: number): boolean;
}

/** What filling a gradebook came to. */
export interface Filled {
  readonly bytes: Buffer;
  readonly written: number;
  /** How many of the marks that were written replace one that the platform keeps unless it is told not to. */
  readonly unreplaced: number;
  /** How many rows have a comment. */
  readonly comments: number;
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
  const { table, rows, style } = book;
  const handedIn = results.filter(({ status }) => status !== 'missing');
  const exercises = [...new Set(results.map(({ exercise }) => exercise))];
  const columns = columnsOf(book, exercises, assignment);
  const matched = book.match(peopleOf(results), assignment);
  const [waiting, locked] = [new Set<string>(), new Set<string>()];
  let [written, unreplaced] = [0, 0];
  for (const student of new Set(handedIn.map((result) => result.student))) {
    for (const column of new Set(columns.values())) {
      const own = results.filter((result) => result.student === student && columns.get(result.exercise) === column);
      if (column === undefined || own.every(({ status }) => status === 'missing')) continue;
      for (const row of matched.get(student) ?? []) {
        if (own.some(waitsForMarks)) waiting.add(student);
        else if (!book.isOpen(row, column)) locked.add(student);
        else {
          const before = parseNumber(table.rows[row]?.[column] ?? '');
          const text = formatNumber(scaled(own, book.maximumAt(row, column), assignment), style);
          table.set(row, column, text);
          written++;
          if (book.keepsMarks && before !== undefined && before !== parseNumber(text)) unreplaced++;
        }
      }
    }
  }
  return {
    bytes: table.toBytes(),
    written,
    unreplaced,
    comments: [...rows.keys()].filter((row) => book.hasComment(row)).length,
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

/** The points of some exercises, each out of what the assignment's file says, and all out of the platform's maximum. */
function scaled(results: readonly ResultFile[], maximum: number | undefined, { exercises }: Assignment): number {
  let [sum, most] = [0, 0];
  for (const { exercise, score, max_score } of results) {
    const outOf = exercises.get(exercise)?.outOf ?? max_score;
    sum += max_score === 0 ? 0 : (score / max_score) * outOf;
    most += outOf;
  }
  return maximum === undefined || maximum === 0 || most === 0 ? sum : (sum / most) * maximum;
}
