import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { writeAtomically } from '../report/writeAtomically';
import { BadStoredRun, unpackRun, type StoredRun } from '../run/storedRun';

/**
 * Runs by the content hash of their jobs, a file each: a digest of the rest, and the run as deflated JSON. A file is written as a
 * whole or not at all, and one that is damaged all the same is as good as none.
 */
export class RunStore {
  constructor(private readonly folder: string) {}

  read(hash: string): StoredRun | undefined {
    const path = this.pathOf(hash);
    if (!existsSync(path)) return undefined;
    const bytes = readFileSync(path);
    const body = bytes.subarray(digestBytes);
    if (!digest(hash, body).equals(bytes.subarray(0, digestBytes))) return undefined;
    const run = JSON.parse(inflateRawSync(body).toString('utf8')) as StoredRun;
    return isStoredRun(run) ? run : undefined;
  }

  write(hash: string, run: StoredRun): void {
    const body = deflateRawSync(JSON.stringify(run));
    // Readable by the instructor alone: it holds what students answered.
    writeAtomically(this.pathOf(hash), Buffer.concat([digest(hash, body), body]), 0o600);
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

const digestBytes = 32;

/** With the job's hash, so that a file under another name is noticed. */
function digest(hash: string, body: Buffer): Buffer {
  return createHash('sha256').update(hash).update(body).digest();
}

/** An earlier version of the grader may have written another format. */
function isStoredRun(run: unknown): boolean {
  try {
    unpackRun(run);
    return true;
  } catch (error) {
    if (error instanceof BadStoredRun) return false;
    throw error;
  }
}
