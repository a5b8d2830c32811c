import type { Limits } from './limits';

/** By which this Node.js takes the rights away that no other flag gives. */
export const permissionFlag = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/**
 * How Node.js itself is held: no inspector, which could look into the worker's own variables, no native addons, no threads with a
 * fresh copy of what Node.js brings, no other processes. Files are left to the sandbox. Node.js calls this no protection against
 * malicious code: it is the first of three fences, before namespaces and seccomp.
 */
const confined = [
  permissionFlag,
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=SecurityWarning',
];

export function nodeFlags(limits: Limits): string[] {
  return [...confined, memoryFlag(limits)];
}

export function memoryFlag({ memoryBytes }: Limits): string {
  return `--max-old-space-size=${Math.ceil(memoryBytes / 2 ** 20)}`;
}
