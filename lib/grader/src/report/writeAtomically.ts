import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file as a whole or not at all, whenever the grader is stopped. */
export function writeAtomically(path: string, content: string | Buffer, mode = 0o644): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  // A short name of its own: a student's may be as long as a name can be.
  const half = join(folder, `.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(half, content, { mode });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
