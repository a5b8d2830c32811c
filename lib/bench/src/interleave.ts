/** Something that can be timed again and again: one implementation in its own resident process. */
export interface Runner<Job> {
  readonly name: string;
  /** Milliseconds of one run of the job, or undefined where this implementation does not have it. */
  time(job: Job): Promise<number | undefined>;
}

/**
 * Times every runner on every job, round by round with the runners in another order each round, so that what slows the machine
 * for a while slows all alike.
 *
 * @param onProgress called after each job of each round with the share that is done
 * @returns for each job, each runner's times, one a round
 */
export async function interleave<Job>(
  runners: readonly Runner<Job>[],
  jobs: readonly Job[],
  rounds: number,
  onProgress: (done: number) => void,
): Promise<Map<Job, Map<string, number[]>>> {
  const times = new Map(jobs.map((job) => [job, new Map<string, number[]>()]));
  for (let round = 0; round < rounds; round++) {
    for (const [i, job] of jobs.entries()) {
      for (const runner of rotated(runners, round + i)) {
        const time = await runner.time(job);
        if (time === undefined) continue;
        const ofJob = times.get(job);
        ofJob?.set(runner.name, [...(ofJob.get(runner.name) ?? []), time]);
      }
      onProgress((round + (i + 1) / jobs.length) / rounds);
    }
  }
  return times;
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
