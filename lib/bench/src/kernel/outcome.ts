import type { Message } from './message';

/** What came of one request: its messages on iopub from busy to idle, and the reply. */
export interface Outcome {
  readonly outputs: readonly Message[];
  readonly reply: Record<string, unknown>;
}

/** An outcome that is still being collected. What comes after `idle` is not in it, as clients drop it too. */
export class PendingOutcome {
  readonly #outputs: Message[] = [];
  #idle = false;
  #reply: Record<string, unknown> | undefined;
  #resolve: (outcome: Outcome) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  readonly promise = new Promise<Outcome>((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  constructor() {
    // Nobody may be waiting any more when a kernel ends.
    this.promise.catch(() => undefined);
  }

  add(message: Message): void {
    if (this.#idle) return;
    this.#outputs.push(message);
    this.#idle = message.content.execution_state === 'idle';
    this.#settle();
  }

  replied(reply: Record<string, unknown>): void {
    this.#reply ??= reply;
    this.#settle();
  }

  /** Whether something is still to come. */
  get open(): boolean {
    return !this.#reply || !this.#idle;
  }

  fail(error: Error): void {
    this.#reject(error);
  }

  #settle(): void {
    if (this.#reply && this.#idle) this.#resolve({ outputs: this.#outputs, reply: this.#reply });
  }
}
