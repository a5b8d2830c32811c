import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file of the course, whole or not at all; true if its contents changed. */
export function writeIfChanged(root: string, file: string, text: string): boolean {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  writeFileSync(draft, text);
  renameSync(draft, path);
  return true;
}
