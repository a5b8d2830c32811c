import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { BrokenNotebook } from './notebook';

/** The largest notebook that is read: one full of pictures has some megabytes, and a string may not exceed 512. */
export const largest = 256 * 2 ** 20;

/**
 * Reads a file that a student handed in: never through a link, never from a pipe or a device.
 * @throws BrokenNotebook
 */
export function readHandedIn(path: string): Buffer {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new BrokenNotebook((error as NodeJS.ErrnoException).code === 'ELOOP' ? 'not-a-file' : 'unreadable');
  }
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) throw new BrokenNotebook('not-a-file');
    if (facts.size > largest) throw new BrokenNotebook('too-large');
    return readFileSync(file);
  } catch (error) {
    throw error instanceof BrokenNotebook ? error : new BrokenNotebook('unreadable');
  } finally {
    closeSync(file);
  }
}
