import type { HistoryFile } from './history-file';

/** A cell that ran. */
export interface Entry {
  /** Kernels count up: each start is a session. */
  readonly session: number;
  /** The cell's execution count. */
  readonly line: number;
  readonly source: string;
  /** The text of its result. */
  readonly output?: string;
}

/** The cells of this session and of the user's earlier ones. */
export class History {
  readonly #entries: Entry[];
  readonly #session: number;

  /** @param file where they are kept; undefined: only this session's, in memory */
  constructor(private readonly file: HistoryFile | undefined) {
    this.#entries = file?.read() ?? [];
    this.#session = (this.#entries.at(-1)?.session ?? 0) + 1;
  }

  add(line: number, source: string, output?: string): void {
    const entry = { session: this.#session, line, source, ...(output !== undefined && { output }) };
    this.#entries.push(entry);
    this.file?.append(entry);
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
    const wanted = session > 0 ? session : this.#session + session;
    return this.#entries.filter(
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
