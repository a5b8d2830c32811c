import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { permissionFlag } from '../sandbox/nodeFlags';

const root = resolve(__dirname, '../../../..');
const roots = [...new Set([root, realpathSync(root)])];

/** What types are looked up in: packages, ours among them, how TypeScript is set up here, and TypeScript's own code as V8 keeps it. */
const needed = ['node_modules', 'lib', 'package.json', 'tsconfig.json', '.cache/lossbook-kernel'];

/**
 * Node.js' flags for a process that reads installed packages and nothing else, and writes nothing. A cell can name any file of the
 * machine, in an import or a type, and a message about its types would tell what is in it: the oracles, the names of students, a
 * constant in somebody's program.
 * @param folder in which the cells are taken to lie
 */
export function readingPackagesOnly(folder: string): string[] {
  const readable = roots.flatMap((one) => needed.map((name) => join(one, name)));
  return [
    permissionFlag,
    ...[...readable, folder].map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
  ];
}

/** A message of the compiler without where the course lies: that is not the student's business, nor the same on another machine. */
export function withoutRoot(message: string): string {
  return roots.reduce((text, one) => text.replaceAll(join(one, '/'), ''), message);
}
