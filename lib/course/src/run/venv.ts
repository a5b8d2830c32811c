import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A program of the course's Python environment, or undefined if it is not there. */
export function venvProgram(root: string, name: string): string | undefined {
  const path = process.platform === 'win32' ? `.venv/Scripts/${name}.exe` : `.venv/bin/${name}`;
  return existsSync(join(root, path)) ? join(root, path) : undefined;
}
