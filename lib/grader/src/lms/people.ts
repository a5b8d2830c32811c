import type { Assignment } from '../assignment/assignment';
import type { ResultSubmitted } from '../report/result';

/** By what a gradebook's row says whose it is; the surest first. */
export interface RowIdentity {
  readonly id?: string | undefined;
  readonly sisId?: string | undefined;
  readonly login?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** The parts of the name, where the file has them apart; nobody is found by them. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  /** Of an assignment for groups: the group's name. */
  readonly group?: string | undefined;
}

/** The rows of each student, by number: one, or those of a group's members. */
export type Matches = ReadonlyMap<string, readonly number[]>;

/** A student as grading knows them. */
export interface Person {
  readonly student: string;
  readonly platform: ResultSubmitted['platform'];
}

const keys = ['id', 'sisId', 'login', 'email', 'name'] as const;

/**
 * Finds the row of each student. Where two rows could be meant, or two students mean one row, there is none: marks never go to
 * somebody by a guess.
 * @param rows by number
 * @param fits whether a row that has the platform's number can be of somebody of this name
 */
export function matchPeople(
  people: readonly Person[],
  rows: ReadonlyMap<number, RowIdentity>,
  system: 'moodle' | 'canvas',
  { students }: Assignment,
  fits: (name: string, row: RowIdentity) => boolean = () => true,
): Matches {
  const found = new Map<string, number>();
  const index = indexOf(rows);
  for (const { student, platform } of people) {
    const given = students.get(student);
    const own = platform?.system === system ? { id: platform.id, name: platform.name } : {};
    const row =
      rowOf(given ?? {}, index) ??
      rowOf(own, index, (number) => fits(own.name ?? '', rows.get(number) ?? {})) ??
      rowOf({ sisId: student, login: student, email: student, name: student }, index);
    if (row !== undefined) found.set(student, row);
  }
  const counts = new Map<number, number>();
  for (const row of found.values()) counts.set(row, (counts.get(row) ?? 0) + 1);
  return new Map([...found].filter(([, row]) => counts.get(row) === 1).map(([student, row]) => [student, [row]]));
}

/** The rows that have something, by what it is and how it compares. */
type Index = ReadonlyMap<string, readonly number[]>;

function indexOf(rows: ReadonlyMap<number, RowIdentity>): Index {
  const index = new Map<string, number[]>();
  for (const [number, row] of rows) {
    for (const key of keys) {
      const entry = entryOf(row, key);
      if (entry !== undefined) index.set(entry, [...(index.get(entry) ?? []), number]);
    }
  }
  return index;
}

/** The one row that fits by the surest key that both have. */
function rowOf(wanted: RowIdentity, index: Index, fits: (row: number) => boolean = () => true): number | undefined {
  for (const key of keys) {
    const entry = entryOf(wanted, key);
    const same = entry === undefined ? [] : (index.get(entry) ?? []).filter((row) => key !== 'id' || fits(row));
    if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  }
  return undefined;
}

function entryOf(identity: RowIdentity, key: (typeof keys)[number]): string | undefined {
  const text = identity[key] ?? '';
  const plain = key === 'name' ? wordsOf(text).join(' ') : text.trim().toLowerCase();
  return plain === '' ? undefined : `${key}:${plain}`;
}

/**
 * The words of a name, without capitals, accents and order: `Souza, Ana` is `Ana Souza`, and `O'Brien` what Moodle writes in
 * file names, `OBrien`.
 */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}&<>"`|':\\/]/gu, '')
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
}
