import { familyOf, processTable, residentBytes } from './processTable';

/** What a process and its descendants may use together. */
export interface Allowance {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  readonly processes?: number;
  readonly threads?: number;
}

export type Exceeded = 'cpu' | 'memory' | 'processes';

export interface Watch {
  /** Begins to look anew at whether the family computes or waits. */
  watchWork(): void;
  /** Whether it wanted to compute most of the time since then: what counts is that it wants to, not what the machine's load left it. */
  isWorking(): boolean;
  /** Stops watching. */
  end(): void;
}

interface Watched {
  readonly pid: number;
  readonly allowance: Allowance;
  readonly onExceeded: (what: Exceeded) => void;
  /** CPU time that the family had used when the watch began. */
  readonly before: number;
  looks: number;
  /** Looks that found a member of the family running. */
  running: number;
}

const everyMilliseconds = 40;
const watched = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;

/** Processes that are nobody's family. They cannot become that, but another can come to have the number of one that ended. */
const strangers = new Set<number>();
const strangersForMilliseconds = 1000;
let strangersSince = 0;

/**
 * Watches a process with all its descendants from outside: WebAssembly needs so large an address space that its limit is of no
 * use, and root is not bound by the limit on processes. CPU time counts from now on.
 */
export function watchProcess(pid: number, allowance: Allowance, onExceeded: (what: Exceeded) => void): Watch {
  // It may have been one, and its descendants with it.
  if (strangers.has(pid)) strangers.clear();
  const before = familyOf(pid, processTable(strangers)).reduce((sum, member) => sum + member.cpuSeconds, 0);
  const entry: Watched = { pid, allowance, onExceeded, before, looks: 0, running: 0 };
  watched.add(entry);
  timer ??= setInterval(look, everyMilliseconds);
  return {
    watchWork: () => {
      entry.looks = entry.running = 0;
    },
    isWorking: () => entry.running > entry.looks / 2,
    end: () => {
      watched.delete(entry);
      if (watched.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}

function look(): void {
  if (performance.now() - strangersSince > strangersForMilliseconds) {
    strangers.clear();
    strangersSince = performance.now();
  }
  const table = processTable(strangers);
  const known = new Set([...watched].flatMap(({ pid }) => familyOf(pid, table).map((member) => member.pid)));
  for (const { pid } of table) if (!known.has(pid)) strangers.add(pid);
  for (const entry of [...watched]) {
    const family = familyOf(entry.pid, table);
    const total = (of: (member: (typeof family)[number]) => number): number =>
      family.reduce((sum, member) => sum + of(member), 0);
    entry.looks++;
    if (family.some(({ isRunning }) => isRunning)) entry.running++;
    const { cpuSeconds, memoryBytes, processes = Infinity, threads = Infinity } = entry.allowance;
    if (family.length > processes || total((member) => member.threads) > threads) entry.onExceeded('processes');
    else if (total((member) => residentBytes(member.pid)) > memoryBytes) entry.onExceeded('memory');
    else if (total((member) => member.cpuSeconds) - entry.before > cpuSeconds) entry.onExceeded('cpu');
  }
}
