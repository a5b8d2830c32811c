import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KERNELS, ROOT, type KernelName } from '../launch';

export type Verdict = 'passed' | 'failed' | 'not asked';

/** What became of each test on one kernel: by file below test/kernel, then by the test's name. */
export type Results = Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

const file = path.join(ROOT, 'docs/kernel-features.json');

/** What the last runs found, for each kernel that was run. */
export function readResults(): Partial<Record<KernelName, Results>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<KernelName, Results>>) : {};
}

export function writeResults(results: Partial<Record<KernelName, Results>>): void {
  const ordered = Object.fromEntries(KERNELS.flatMap((name) => (results[name] ? [[name, results[name]]] : [])));
  writeFileSync(file, `${JSON.stringify(ordered, null, 2)}\n`);
}
