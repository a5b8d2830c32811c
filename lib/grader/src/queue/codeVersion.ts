import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { javascriptBelow } from '../runtime/forbidden';

/** The packages whose code a result depends on. */
const packages = ['losses', 'diagnosis', 'lesson', 'kernel', 'grader'];

/**
 * Names the code that grades on this machine: what is compiled, what is installed, and Node.js. Machines that have the same give
 * the same marks; jobs go only to those.
 */
export function codeVersion(root: string): string {
  const hash = createHash('sha256').update(process.versions.node).update('\0');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  for (const name of packages) {
    for (const file of javascriptBelow(join(root, 'lib', name, 'dist'))) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
