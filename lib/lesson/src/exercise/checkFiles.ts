import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode } from 'lossbook-diagnosis';
import type { CheckFile } from 'lossbook-diagnosis';

/** The public cases of an exercise, from the nearest folder at or above `from` that has them; nothing when none has. */
export function findCheckFile(exercise: string, from = process.cwd()): CheckFile | undefined {
  const path = join(from, 'exercises', 'checks', `${exercise}.json`);
  if (existsSync(path)) return readCheckFile(path);
  const parent = dirname(from);
  return parent === from ? undefined : findCheckFile(exercise, parent);
}

function readCheckFile(path: string): CheckFile {
  const file = decode(readFileSync(path, 'utf8')) as { version?: unknown };
  if (file.version !== 1) throw new Error(`${path}: version ${String(file.version)}, not 1`);
  return file as CheckFile;
}
