import { setTimeout } from 'node:timers/promises';
import type { Request } from '../request';

/** After an error, requests count as sent before it until none has come for so many milliseconds. */
const QUIET = 10;

interface Waiting {
  readonly request: Request;
  aborted: boolean;
}

/** Serves requests one after another. */
export class RequestQueue {
  readonly #waiting: Waiting[] = [];
  #received = 0;
  #serving = false;

  /** @param serve answers a request; it must not throw */
  constructor(private readonly serve: (request: Request, aborted: boolean) => Promise<void>) {}

  add(request: Request): void {
    this.#received++;
    this.#waiting.push({ request, aborted: false });
    if (!this.#serving) void this.#serveAll();
  }

  /** Aborts the requests that wait. Called before a failed request is answered, so that what follows the answer runs. */
  async abortWaiting(): Promise<void> {
    for (let known = -1; known !== this.#received;) {
      known = this.#received;
      await setTimeout(QUIET);
    }
    for (const waiting of this.#waiting) waiting.aborted = true;
  }

  async #serveAll(): Promise<void> {
    this.#serving = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await this.serve(next.request, next.aborted);
    }
    this.#serving = false;
  }
}
