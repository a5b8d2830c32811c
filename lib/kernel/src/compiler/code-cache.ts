import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What V8 made of a script, kept from one kernel to the next. Where it cannot be read or written, there is none. */
export class CodeCache {
  readonly #folders: readonly string[];

  /** @param file its name; whatever makes the cache useless, such as the version of Node.js, must be part of it */
  constructor(
    private readonly file: string,
    besides: string,
  ) {
    this.#folders = [path.join(besides, '.cache/lossbook-kernel'), path.join(tmpdir(), `lossbook-kernel-${userId()}`)];
  }

  read(): Buffer | undefined {
    for (const folder of this.#folders) {
      try {
        if (isOwn(folder)) return readFileSync(path.join(folder, this.file));
      } catch {
        // Not there; perhaps in the other folder.
      }
    }
    return undefined;
  }

  /** Keeps the data in the first folder that takes it. */
  write(data: Buffer): void {
    for (const folder of this.#folders) {
      const temporary = path.join(folder, `${this.file}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOwn(folder)) continue;
        // Another kernel that starts now must not read half of it.
        writeFileSync(temporary, data);
        renameSync(temporary, path.join(folder, this.file));
        return;
      } catch {
        rmSync(temporary, { force: true });
      }
    }
  }
}

/** Whether nobody else could have put code there, which the kernel would run. */
function isOwn(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  if (process.platform === 'win32') return true;
  return (uid === userId() || uid === 0) && (mode & 0o022) === 0;
}

function userId(): number {
  return process.getuid?.() ?? 0;
}
