import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB; undefined where the system does not tell. */
export function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    return Number.isNaN(kilobytes) ? undefined : kilobytes / 1024;
  } catch {
    return undefined;
  }
}
