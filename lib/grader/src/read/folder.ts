import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readHandedIn } from './file';
import { isLitter, type HandedIn, type Listing } from './handedIn';

/** Deeper than any course lays its folders. */
const deepest = 8;

/**
 * Lists a folder. Links are not followed: one beside the students' folders is named, one in them is a file that cannot be read.
 * @param ignore names in the folder itself that are not looked at
 */
export function listFolder(folder: string, ignore: readonly string[] = []): Listing {
  const files: HandedIn[] = [];
  const folders: string[][] = [];
  const others: string[] = [];
  const walk = (path: readonly string[]): void => {
    for (const entry of readdirSync(join(folder, ...path), { withFileTypes: true })) {
      const here = [...path, entry.name];
      if (path.length === 0 && ignore.includes(entry.name)) continue;
      if (isLitter(entry.name)) {
        if (path.length === 0) others.push(entry.name);
      } else if (entry.isDirectory() && !entry.name.endsWith('.ipynb')) {
        folders.push(here);
        if (here.length < deepest) walk(here);
      } else if (path.length === 0 && !entry.isFile()) others.push(entry.name);
      else files.push(fileAt(folder, here));
    }
  };
  walk([]);
  return { files, folders, refused: [], others };
}

/** One file of a folder. */
export function fileAt(folder: string, path: readonly string[]): HandedIn {
  const full = join(folder, ...path);
  return {
    path,
    modified: lstatSync(full, { throwIfNoEntry: false })?.mtime,
    read: () => Promise.resolve().then(() => readHandedIn(full)),
  };
}
