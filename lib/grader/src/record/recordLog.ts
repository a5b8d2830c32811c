import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MarkRecord } from './record';
import { hashOfLine, signedLine } from './signedLine';
import type { SigningKey } from './signingKey';

/** The records of a results folder. Each mark is added once: one that is made again and is the same adds nothing. */
export class RecordLog {
  private readonly latest = new Map<string, string>();
  /** Hashes of the files of each student for each exercise, in the order in which they were marked. */
  private readonly files = new Map<string, string[]>();
  private last: string | null = null;

  constructor(
    private readonly path: string,
    private readonly key: SigningKey,
  ) {
    for (const line of wholeLines(path)) {
      this.last = hashOfLine(line);
      const record = parse(line);
      if (record !== undefined) this.remember(record);
    }
  }

  /** Writes a record, unless it says what the student's latest one for the exercise says. */
  add(record: MarkRecord): void {
    if (this.latest.get(nameOf(record)) === content(record)) return;
    const line = signedLine(record, this.last, this.key);
    mkdirSync(dirname(this.path), { recursive: true });
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
    this.last = hashOfLine(line);
    this.remember(record);
  }

  /**
   * Which of a student's files this is, from 1: the number that it had, or the next.
   * @param earlier how many files came before it, as far as the submissions themselves tell
   */
  attemptOf(student: string, exercise: string, hash: string, earlier: number): number {
    const files = this.files.get(nameOf({ student, exercise })) ?? [];
    const known = files.indexOf(hash);
    return known >= 0 ? known + 1 : Math.max(files.length, earlier) + 1;
  }

  private remember(record: MarkRecord): void {
    const name = nameOf(record);
    this.latest.set(name, content(record));
    const { attempt, hashes } = record;
    if (attempt === null || hashes.submission === null) return;
    const files = this.files.get(name) ?? [];
    files[attempt - 1] = hashes.submission;
    this.files.set(name, files);
  }
}

/** The lines of a log; what a crash left of a line is cut off. */
function wholeLines(path: string): string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, end)));
  return text.slice(0, end).split('\n').slice(0, -1);
}

function parse(line: string): MarkRecord | undefined {
  try {
    return JSON.parse(line) as MarkRecord;
  } catch {
    return undefined;
  }
}

/** What a record says but for its time and its place in the log. */
function content(record: MarkRecord): string {
  const place = ['time', 'previous', 'signature'];
  return JSON.stringify(Object.entries(record).filter(([field]) => !place.includes(field)));
}

function nameOf({ student, exercise }: Pick<MarkRecord, 'student' | 'exercise'>): string {
  return `${student}\0${exercise}`;
}
