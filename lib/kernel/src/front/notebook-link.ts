import type { MessagePort } from 'node:worker_threads';
import type { Backlog } from '../threads/backlog';
import type { FromNotebook, ToNotebook } from '../threads/notebook-messages';

/** The protocol thread's end of its connection with the notebook's thread. */
export class NotebookLink {
  readonly #pings = new Map<number, () => void>();
  #lastPing = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly backlog: Backlog,
  ) {}

  /** Calls `take` for each message from now on. */
  receive(take: (message: FromNotebook) => void): void {
    this.port.on('message', (message: FromNotebook) => {
      if (message.type === 'pong') this.#pong(message.request);
      else take(message);
    });
  }

  send(message: ToNotebook): void {
    this.port.postMessage(message);
  }

  /** The notebook may send so much more output. */
  handled(size: number): void {
    this.backlog.remove(size);
  }

  /** Resolves when the thread has come back to its event loop and has taken all that was sent before. */
  ping(): Promise<void> {
    const request = ++this.#lastPing;
    this.send({ type: 'ping', request });
    return new Promise((resolve) => this.#pings.set(request, resolve));
  }

  /** Answers come in order, so an earlier ping without one was lost, when the thread was interrupted as it read it. */
  #pong(answered: number): void {
    for (const [request, resolve] of this.#pings) {
      if (request > answered) break;
      this.#pings.delete(request);
      resolve();
    }
  }
}
