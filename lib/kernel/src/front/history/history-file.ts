import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { log } from '../../log';
import type { Entry } from './history';

/** So many cells are remembered when a kernel starts; older ones leave the file then. */
const REMEMBERED = 2000;

/** The file is shortened when it has this many more. */
const SLACK = 1000;

/** Longer outputs are kept without their end, in characters. */
const LONGEST = 2000;

/** The cells of all sessions of a user, one JSON object a line. A file that cannot be read or written is no reason to fail. */
export class HistoryFile {
  #writing: Promise<void> = Promise.resolve();
  #broken = false;

  constructor(private readonly path: string) {}

  read(): Entry[] {
    try {
      const entries = readFileSync(this.path, 'utf8').split('\n').flatMap(parseEntry);
      if (entries.length > REMEMBERED + SLACK) this.#replace(entries.slice(-REMEMBERED));
      return entries.slice(-REMEMBERED);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') this.#giveUp(error);
      return [];
    }
  }

  append(entry: Entry): void {
    const line = `${JSON.stringify({ ...entry, ...(entry.output && { output: entry.output.slice(0, LONGEST) }) })}\n`;
    this.#writing = this.#writing.then(() => this.#append(line));
  }

  /** Resolves when all is written. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #append(line: string): Promise<void> {
    if (this.#broken) return;
    try {
      mkdirSync(path.dirname(this.path), { recursive: true, mode: 0o700 });
      // What cells print may be private.
      await appendFile(this.path, line, { mode: 0o600 });
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #replace(entries: readonly Entry[]): void {
    writeFileSync(this.path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });
  }

  #giveUp(error: unknown): void {
    this.#broken = true;
    log(`the history is not kept: ${String(error)}`);
  }
}

/** A line that is no entry, such as one that was being written when the machine stopped, is left out. */
function parseEntry(line: string): Entry[] {
  try {
    const { session, line: number, source, output } = JSON.parse(line) as Record<string, unknown>;
    if (typeof session !== 'number' || typeof number !== 'number' || typeof source !== 'string') return [];
    return [{ session, line: number, source, ...(typeof output === 'string' && { output }) }];
  } catch {
    return [];
  }
}
