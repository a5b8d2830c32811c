import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Gives the student a copy of each exercise in work/<language>/; a file that is there already is never touched. */
export function ensureWork() {
  for (const language of ['pt', 'es']) {
    const from = join(root, 'exercises', language);
    const to = join(root, 'work', language);
    if (!existsSync(from)) continue;
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from).filter((file) => file.endsWith('.ipynb'))) {
      if (!existsSync(join(to, name))) cpSync(join(from, name), join(to, name));
    }
  }
}
