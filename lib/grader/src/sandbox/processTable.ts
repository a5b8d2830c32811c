import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells of it. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, of its ended children too. */
  readonly cpuSeconds: number;
  readonly threads: number;
  /** Whether its first thread wants to compute, whether or not the machine lets it. */
  readonly isRunning: boolean;
}

/** Linux counts CPU time in hundredths of a second for programs, whatever the kernel itself uses. */
const ticksPerSecond = 100;

/**
 * The processes of the machine; empty where there is no /proc.
 * @param without those that are not looked at, since they are of no interest
 */
export function processTable(without: ReadonlySet<number> = new Set()): ProcessFacts[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names.flatMap((name) => (/^\d+$/.test(name) && !without.has(Number(name)) ? readFacts(Number(name)) : []));
}

function readFacts(pid: number): ProcessFacts[] {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return [];
  // The second field, the program's name, stands in parentheses and may hold anything.
  const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const fields = rest.map(Number);
  const at = (place: number): number => fields[place - 4] ?? 0;
  const cpuSeconds = (at(14) + at(15) + at(16) + at(17)) / ticksPerSecond;
  return [{ pid, parent: at(4), cpuSeconds, threads: at(20), isRunning: state === 'R' }];
}

/** The memory of a process that is really there, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? 0 : Number(kilobytes) * 1024;
}

/** A process and all that descend from it. Those that lose their parent inside a sandbox go to its first process, which does. */
export function familyOf(root: number, table: readonly ProcessFacts[]): ProcessFacts[] {
  const family = table.filter(({ pid }) => pid === root);
  const members = new Set([root]);
  for (let found = family.length; found > 0;) {
    const children = table.filter(({ pid, parent }) => members.has(parent) && !members.has(pid));
    for (const child of children) members.add(child.pid);
    family.push(...children);
    found = children.length;
  }
  return family;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
