import type { HistoryFile } from './history-file';

/** A cell that ran. */
export interface Entry {
  /** Each start of a kernel is one; they count up. */
  readonly session: number;
  /** The cell's execution count. */
  readonly line: number;
  readonly source: string;
  /** The text of its result. */
  readonly output?: string;
}

/** The cells of this session and of the user's earlier ones. */
export class History {
  #read: Entry[] | undefined;
  #session = 1;

  constructor(private readonly file: HistoryFile) {}

  add(line: number, source: string, output?: string): void {
    const entries = this.#entries;
    const entry = { session: this.#session, line, source, ...(output !== undefined && { output }) };
    entries.push(entry);
    this.file.append(entry);
  }

  /** Read when first needed, so that the kernel starts without it. */
  get #entries(): Entry[] {
    if (this.#read === undefined) {
      this.#read = this.file.read();
      this.#session = (this.#read.at(-1)?.session ?? 0) + 1;
    }
    return this.#read;
  }

  /** The last `n`, this session's and earlier ones. */
  tail(n: number): Entry[] {
    return n > 0 ? this.#entries.slice(-n) : [];
  }

  /**
   * Lines `start` to before `stop` of one session.
   * @param session 0: this one; negative: so many before it; positive: its number
   * @param stop undefined: to the end
   */
  range(session: number, start: number, stop: number | undefined): Entry[] {
    const entries = this.#entries;
    const wanted = session > 0 ? session : this.#session + session;
    return entries.filter(
      ({ session, line }) => session === wanted && line >= start && (stop === undefined || line < stop),
    );
  }

  /**
   * The last `n` whose source fits a pattern with `*` for any text and `?` for any character.
   * @param unique leaves the last of equal ones
   */
  search(pattern: string, n: number | undefined, unique: boolean): Entry[] {
    const expression = new RegExp(`^${Array.from(pattern, translate).join('')}$`, 'su');
    const found = this.#entries.filter(({ source }) => expression.test(source));
    const last = new Map(found.map((entry) => [entry.source, entry]));
    const kept = unique ? found.filter((entry) => last.get(entry.source) === entry) : found;
    return n === undefined ? kept : kept.slice(Math.max(0, kept.length - n));
  }
}

function translate(character: string): string {
  if (character === '*') return '.*';
  return character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}/]/, '\\$&');
}
