import { findBackend, getBackend, setBackend } from '@tensorflow/tfjs-core';
import { candidates } from './candidates';
import { openFirst, unique } from './choose';

/** Whether a backend works on this machine. */
export interface BackendReport {
  /** As `ready` and `LOSSBOOK_BACKEND` take it. */
  name: string;
  available: boolean;
  /** The device that it runs on, or why it does not work. */
  detail: string;
}

/**
 * Tries each backend on this machine, best first; the current one stays current.
 *
 * @example
 * (await backends()).find(({ name }) => name === 'cpu').available  // true
 */
export async function backends(): Promise<BackendReport[]> {
  const current = getBackend();
  const reports: BackendReport[] = [];
  for (const name of unique(candidates)) {
    const attempt = await openFirst(candidates.filter((candidate) => candidate.name === name));
    reports.push(
      'device' in attempt
        ? { name, available: true, detail: attempt.device }
        : { name, available: false, detail: attempt.reasons.join('; ') },
    );
  }
  if (current && (findBackend(current) as unknown)) {
    await setBackend(current);
  }
  return reports;
}
