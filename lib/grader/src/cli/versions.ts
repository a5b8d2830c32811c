import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Versions of what a mark depends on. */
export function versionsOf(root: string): Record<string, string> {
  const version = (path: string): string =>
    (JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as { version: string }).version;
  return {
    grader: version('lib/grader'),
    node: process.versions.node,
    tfjs: version('node_modules/@tensorflow/tfjs'),
    tslab: version('node_modules/tslab'),
  };
}
