import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../sandbox/limits';
import { nodeFlags } from '../sandbox/nodeFlags';
import { codeCacheOf } from '../worker/load';

/**
 * Makes V8's code cache of a runtime folder's modules for this Node.js, if it is not there. V8 takes it only under the flags that
 * it was made with, so they are those of the default limits; with others, and without a cache, workers only start more slowly.
 */
export function makeCodeCache(folder: string): void {
  if (existsSync(codeCacheOf(join(folder, 'tfjs.js')))) return;
  const script = join(__dirname, '../worker/makeCodeCache.js');
  spawnSync(process.execPath, [...nodeFlags(defaultLimits), script, folder], { stdio: 'ignore', timeout: 60_000 });
}
