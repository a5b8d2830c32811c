import type { Assignment } from '../assignment/assignment';
import type { CsvTable } from './csvTable';
import type { Gradebook } from './gradebook';
import { plainHeader } from './header';
import { parseMoodleDate } from './moodleDate';
import { numberStyle, parseNumber } from './numbers';
import { matchGroups } from './groups';
import { anonymous, moodleColumn, type MoodleHeader } from './moodleHeaders';
import { matchPeople, wordsOf, type Matches, type Person, type RowIdentity } from './people';

/** A gradebook that also tells when somebody handed in. */
export interface MoodleGradebook extends Gradebook {
  /** When each of these students handed in, in a time zone; for those whom the file tells. */
  times(people: readonly Person[], assignment: Assignment, timeZone: string): Map<string, Date>;
}

/**
 * Understands what Moodle exports: an assignment's grading worksheet (`Identifier,…,Grade,…`), or the gradebook with a column
 * for each activity. Its headers are in the teacher's language.
 * @returns undefined if it is neither
 */
export function openMoodle(table: CsvTable): MoodleGradebook | undefined {
  const [headers = [], ...rest] = table.rows;
  const at = (name: MoodleHeader): number => moodleColumn(headers, name);
  const worksheet = at('identifier') !== -1 && at('grade') !== -1;
  if (!worksheet && at('email') === -1 && at('login') === -1 && at('number') === -1) return undefined;
  const cell = (row: number, column: number): string => (column === -1 ? '' : (table.rows[row]?.[column] ?? ''));
  const rows = new Map(
    rest.flatMap((row, i): [number, RowIdentity][] => {
      const value = (name: MoodleHeader): string => row[at(name)] ?? '';
      // "Participant 12", "Participante101"
      const id = worksheet ? /(\d+)\s*$/.exec(value('identifier'))?.[1] : undefined;
      const parts = { first: value('first').trim(), last: value('last').trim() };
      const isApart = at('last') !== -1;
      const name = isApart ? `${parts.first} ${parts.last}` : value('name');
      const identity = {
        id,
        sisId: value('number'),
        login: value('login'),
        email: value('email'),
        name,
        ...(isApart && parts),
        group: worksheet ? value('group') : undefined,
      };
      return Object.values(identity).every((text) => text === undefined || text.trim() === '')
        ? []
        : [[i + 1, identity]];
    }),
  );
  // Besides real marks there can be percentages, letters and feedback; it is the same word in all four languages.
  const activities = headers.flatMap((header, i) => (/^[^:]+:.*\(Real\)\s*$/.test(header) ? [i] : []));
  const markColumns = worksheet ? [at('grade')] : activities;
  const forGroups = worksheet && at('group') !== -1;
  const match = (people: readonly Person[], assignment: Assignment): Matches => {
    if (!forGroups) return matchPeople(people, rows, 'moodle', assignment, canBe);
    const groups = matchGroups(people, rows);
    const others = people.filter(({ student, platform }) => !groups.has(student) && platform === null);
    return new Map([...groups, ...matchPeople(others, rows, 'moodle', assignment)]);
  };
  return {
    system: 'moodle',
    table,
    rows,
    match,
    style: numberStyle(
      rest.flatMap((row) => [...markColumns, at('maximum')].map((column) => row[column] ?? '')),
      worksheet && !isEnglish(headers),
    ),
    markColumns,
    columnsFor(exercise, title, alone) {
      // The worksheet is of one assignment: a teacher who names its column says that this exercise belongs there.
      if (worksheet && title === undefined) return markColumns;
      if (title !== undefined)
        return headers.flatMap((header, i) => (plainHeader(header) === plainHeader(title) ? [i] : []));
      const fits = activities.filter((i) => headers[i]?.toLowerCase().includes(exercise.toLowerCase()));
      return fits.length === 0 && alone ? activities : fits;
    },
    maximumAt: (row) => (worksheet ? parseNumber(cell(row, at('maximum'))) : undefined),
    isOpen: (row) =>
      (!worksheet || at('scale') === -1) &&
      (at('changeable') === -1 || /^(?:yes|sí|si|sim)$/i.test(cell(row, at('changeable')).trim())),
    // It compares times, and understands those of English alone.
    keepsMarks: worksheet && !isEnglish(headers),
    hasComment: (row) => worksheet && cell(row, at('comments')).trim() !== '',
    times(people, assignment, timeZone) {
      return new Map(
        [...match(people, assignment)].flatMap(([student, [row = -1]]) => {
          const date = parseMoodleDate(cell(row, at('handedIn')), timeZone);
          return date === undefined ? [] : [[student, date] as const];
        }),
      );
    },
  };
}

/** Of Moodle's languages here, only English writes a point; the gradebook has points in all of them. */
function isEnglish(headers: readonly string[]): boolean {
  return headers.includes('Identifier');
}

/**
 * Whether a participant's number means this row: numbers of groups and of another assignment's participants can be the same. Who
 * changed a part of the name is still known, and who is anonymous has none.
 */
function canBe(name: string, row: RowIdentity): boolean {
  if (anonymous.includes(name) || (row.name ?? '').trim() === '') return true;
  const there = new Set(wordsOf(row.name ?? ''));
  const words = wordsOf(name);
  return there.size === 0 || words.length === 0 || words.some((word) => there.has(word));
}
