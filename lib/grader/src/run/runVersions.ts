import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { javascriptBelow } from '../runtime/forbidden';

/** Versions of what a run depends on beside its runtime folder. */
export function runVersions(root: string): Record<string, string> {
  return { node: process.versions.node, converter: converterHash(root) };
}

/** Of the code that turns cells into JavaScript; which TypeScript it uses is in the lock file, which is in the runtime's hash. */
function converterHash(root: string): string {
  const kernel = dirname(createRequire(join(root, 'package.json')).resolve('lossbook-kernel'));
  const hash = createHash('sha256');
  for (const folder of ['compiler', 'cell']) {
    for (const file of javascriptBelow(join(kernel, folder))) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}
