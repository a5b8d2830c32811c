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
}

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
 */
export function matchPeople(
  people: readonly Person[],
  rows: ReadonlyMap<number, RowIdentity>,
  system: 'moodle' | 'canvas',
  { students }: Assignment,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { student, platform } of people) {
    const given = students.get(student);
    const own = platform?.system === system ? { id: platform.id, name: platform.name } : {};
    const wanted: RowIdentity[] = [given ?? {}, own, { sisId: student, login: student, email: student, name: student }];
    const row = wanted.flatMap((identity) => rowOf(identity, rows)).at(0);
    if (row !== undefined) found.set(student, row);
  }
  const counts = new Map<number, number>();
  for (const row of found.values()) counts.set(row, (counts.get(row) ?? 0) + 1);
  return new Map([...found].filter(([, row]) => counts.get(row) === 1));
}

/** The one row that fits by the surest key that both have. */
function rowOf(wanted: RowIdentity, rows: ReadonlyMap<number, RowIdentity>): number[] {
  for (const key of keys) {
    const value = wanted[key];
    if (value === undefined || value === '') continue;
    const same = [...rows].filter(([, row]) => comparable(row[key] ?? '', key) === comparable(value, key));
    if (same.length === 1) return same.map(([number]) => number);
    if (same.length > 1) return [];
  }
  return [];
}

/** Names compare without capitals, accents and order: `Souza, Ana` is `Ana Souza`. */
function comparable(text: string, key: (typeof keys)[number]): string {
  if (key !== 'name') return text.trim().toLowerCase();
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
}
