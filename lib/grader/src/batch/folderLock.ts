import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process writes there; `pid` is its number. */
export class Locked extends Error {
  constructor(readonly pid: number) {
    super(`locked by process ${pid}`);
  }
}

/**
 * Takes a folder for this process: two that write results and records at once would mix them up. What a process left that was
 * killed is taken over.
 * @param path the file that says who has it
 * @returns gives it back
 * @throws Locked
 */
export function lockFolder(path: string): () => void {
  // Also the folder of the stored runs, which hold what students answered.
  mkdirSync(dirname(dirname(path)), { recursive: true });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      const release = (): void => {
        process.off('exit', release);
        rmSync(path, { force: true });
      };
      process.on('exit', release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = holderOf(path);
      if (pid !== undefined && pid !== process.pid && isAlive(pid)) throw new Locked(pid);
      rmSync(path, { force: true });
    }
  }
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
