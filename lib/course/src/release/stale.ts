import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../notebook/problem';
import type { Made } from './release';

/** Names each committed file that is not what the release would make now. */
export function staleFiles(root: string, made: readonly Made[], rule: string): Problem[] {
  return made.flatMap(({ file, text }) => {
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return [];
    const message = `is not what the master and the oracle make: run \`npm run course -- release\``;
    return [{ file, rule, message }];
  });
}
