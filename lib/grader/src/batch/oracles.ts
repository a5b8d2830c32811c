import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Oracle } from '../../../../solutions/oracles/format';
import { javascriptBelow } from '../runtime/forbidden';

/** The oracles of a course, compiled. */
export interface Oracles {
  readonly names: readonly string[];
  load(exercise: string): Oracle;
  /** Of all their code, since oracles share parts. */
  readonly hash: string;
}

/**
 * @param folder `solutions/oracles/dist`
 * @throws Error if nothing is compiled there
 */
export function openOracles(folder: string): Oracles {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d\d-[\w-]+\.js$/.test(name)) : [];
  if (files.length === 0) throw new Error(`No compiled oracles in ${folder}: run npm run build.`);
  const hash = createHash('sha256');
  for (const file of javascriptBelow(folder)) hash.update(readFileSync(file)).update('\0');
  return {
    names: files.map((name) => name.slice(0, -'.js'.length)),
    load: (exercise) => (createRequire(join(folder, 'x.js'))(`./${exercise}.js`) as { oracle: Oracle }).oracle,
    hash: hash.digest('hex'),
  };
}
