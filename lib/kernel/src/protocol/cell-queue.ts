import { setTimeout } from 'node:timers/promises';

/** After an error, requests count as sent before it until none has come for so many milliseconds. */
const QUIET = 10;

/**
 * Runs requests one after another. tslab skipped whatever came within 200 ms after an error; here only those that were
 * already waiting when a request failed are aborted, as Jupyter's protocol has it.
 */
export class CellQueue {
  readonly #waiting = new Set<{ aborted: boolean }>();
  #last: Promise<unknown> = Promise.resolve();
  #received = 0;

  /** Calls `run` when all earlier requests are done, and tells it whether it is aborted. */
  add(run: (aborted: boolean) => Promise<void>): Promise<void> {
    this.#received++;
    const request = { aborted: false };
    this.#waiting.add(request);
    const done = this.#last.then(() => {
      this.#waiting.delete(request);
      return run(request.aborted);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Aborts the requests that wait. Called before a failed request is answered, so that what follows the answer runs. */
  async abortWaiting(): Promise<void> {
    for (let known = -1; known !== this.#received;) {
      known = this.#received;
      await setTimeout(QUIET);
    }
    for (const request of this.#waiting) request.aborted = true;
  }
}
