import type { Messenger, Parent } from './messenger';
import type { Request } from './request';

/** Says on iopub when the kernel is busy with a request and when it is done with it. */
export class Status {
  #cell: Parent | undefined;

  constructor(private readonly messenger: Messenger) {}

  starting(): void {
    this.#say('starting', {});
  }

  /** Wraps a request that is answered beside the running cell. */
  begin({ message }: Request): void {
    this.#say('busy', message.header);
  }

  end({ message }: Request): void {
    this.#say('idle', message.header);
    // Clients show the last status that they saw, whatever it belongs to; the cell is still running.
    if (this.#cell) this.#say('busy', this.#cell);
  }

  beginCell({ message }: Request): void {
    this.#cell = message.header;
    this.#say('busy', this.#cell);
  }

  endCell({ message }: Request): void {
    this.#cell = undefined;
    this.#say('idle', message.header);
  }

  #say(state: 'starting' | 'busy' | 'idle', parent: Parent): void {
    this.messenger.publish('status', { execution_state: state }, parent);
  }
}
