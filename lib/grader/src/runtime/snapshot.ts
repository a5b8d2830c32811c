import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Limits } from '../sandbox/limits';
import { memoryFlag } from '../sandbox/nodeFlags';

const run = promisify(execFile);

/** Where a runtime folder's snapshot lies for this very Node.js and these limits: Node.js takes no other. */
export function snapshotIn(folder: string, limits: Limits): string {
  const { mtimeMs, size } = statSync(process.execPath);
  const facts = [process.version, process.arch, process.execPath, mtimeMs, size, memoryFlag(limits)];
  const name = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
  return join(folder, `worker-${name}.snapshot`);
}

/**
 * Makes the snapshot of a runtime folder, if it is not there, and tries it. Where there cannot be one, processes only start more
 * slowly.
 */
export async function makeSnapshot(folder: string, limits: Limits): Promise<void> {
  const file = snapshotIn(folder, limits);
  if (existsSync(file)) return;
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  // The permissions hold for each process anew; a snapshot must not have them.
  const words = [memoryFlag(limits), '--snapshot-blob', half];
  try {
    const options = { timeout: 60_000, env: {} };
    // A warning would open standard error in the snapshot, and in each process made of it writing would not wait.
    await run(process.execPath, [...words, '--no-warnings', '--build-snapshot', join(folder, 'snapshot.js')], options);
    // It ends well when there is nobody to ask it.
    const trial = run(process.execPath, [...words, join(folder, 'worker.js')], options);
    trial.child.stdin?.end();
    await trial;
    renameSync(half, file);
  } catch {
    rmSync(half, { force: true });
  }
}
