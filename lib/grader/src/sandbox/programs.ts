import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs of a name in the folders of PATH. */
export function onPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name)).filter(isProgram);
}

export function isThere(path: string): boolean {
  return isAllowed(path, constants.F_OK);
}

export function isProgram(path: string): boolean {
  return isAllowed(path, constants.X_OK);
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
