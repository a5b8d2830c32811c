/** What the code of one submission may use. A submission that needs a second process has all of it once more. */
export interface Limits {
  /** Main limit: seconds of CPU time of a process with its descendants. */
  readonly cpuSeconds: number;
  /** Seconds by the clock while the grader waits for an answer; above the CPU time, for code that sleeps. */
  readonly wallSeconds: number;
  readonly memoryBytes: number;
  readonly processes: number;
  readonly threads: number;
  /** Size of one file, and of all that is written to /tmp. */
  readonly fileBytes: number;
  /** What is kept of what the cells print. */
  readonly outputBytes: number;
  /** Printing more than this ends the process. */
  readonly outputFloodBytes: number;
  readonly replyBytes: number;
}

export const defaultLimits: Limits = {
  cpuSeconds: 10,
  wallSeconds: 30,
  memoryBytes: 2 ** 30,
  processes: 64,
  threads: 512,
  fileBytes: 32 * 2 ** 20,
  outputBytes: 64 * 2 ** 10,
  outputFloodBytes: 64 * 2 ** 20,
  replyBytes: 4 * 2 ** 20,
};
