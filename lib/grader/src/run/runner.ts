import type { RunJob } from './runJob';
import type { StoredRun } from './storedRun';

/** Whatever can run submissions: this machine, many machines, a cache before them. */
export interface Runner {
  /** How many jobs it wants to know of at a time. */
  readonly capacity: number;
  /** @throws Error for a failure of the machine; whatever a student did is in the result */
  run(job: RunJob): Promise<StoredRun>;
  /** Ends what it started; nothing may be under way. */
  close(): Promise<void>;
}

/** A machine has not what a job needs; another may have it. */
export class WrongRuntime extends Error {
  constructor(what: string, wanted: string, here: string) {
    super(`This machine has ${what} ${here}, the job needs ${wanted}.`);
  }
}
