import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something below these paths is new, gone or other than it was, and has come to rest: a file that is being copied
 * is not looked at half. It looks again and again, which works on network folders too.
 * @param paths files and folders; one that does not exist may come to exist
 * @param ignore a folder that is left out, such as that of the results
 * @param before what `stateOf` gave when the paths were last read
 * @returns the state now
 */
export async function nextChange(
  paths: readonly string[],
  ignore: string,
  before: string,
  everyMilliseconds = 1000,
): Promise<string> {
  for (let last = before; ;) {
    await pause(everyMilliseconds);
    const now = stateOf(paths, ignore);
    if (now === last && now !== before) return now;
    last = now;
  }
}

/** Names, sizes and times of all that lies below. */
export function stateOf(paths: readonly string[], ignore: string): string {
  const lines: string[] = [];
  for (const path of paths) look(resolve(path), resolve(ignore), lines);
  return lines.join('\n');
}

function look(path: string, ignore: string, lines: string[]): void {
  if (path === ignore) return;
  try {
    const facts = statSync(path);
    if (!facts.isDirectory()) {
      lines.push(`${path} ${facts.size} ${facts.mtimeMs}`);
      return;
    }
    lines.push(path);
    for (const name of readdirSync(path).sort()) look(join(path, name), ignore, lines);
  } catch {
    // Gone meanwhile, a link to nothing, or not to be read: as if it were not there.
  }
}
