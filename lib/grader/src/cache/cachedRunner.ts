import { contentHash, type RunJob } from '../run/runJob';
import type { Runner } from '../run/runner';
import type { StoredRun } from '../run/storedRun';
import type { RunStore } from './runStore';

/** Looks a job up before it has it run, and keeps what came of it before anybody sees it. */
export class CachedRunner implements Runner {
  /** How many jobs needed no run. */
  hits = 0;

  constructor(
    private readonly runner: Runner,
    private readonly store: RunStore,
  ) {}

  get capacity(): number {
    return this.runner.capacity;
  }

  async run(job: RunJob): Promise<StoredRun> {
    const hash = contentHash(job);
    const known = this.store.read(hash);
    if (known !== undefined) {
      this.hits++;
      return known;
    }
    const run = await this.runner.run(job);
    this.store.write(hash, run);
    return run;
  }

  close(): Promise<void> {
    return this.runner.close();
  }
}
