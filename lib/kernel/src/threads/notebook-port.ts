import type { MessagePort } from 'node:worker_threads';
import type { Backlog } from './backlog';
import type { FromNotebook, ToNotebook } from './notebook-messages';
import { outputSize } from './output-size';

/** The notebook's end of its connection with the protocol thread. */
export class NotebookPort {
  constructor(
    private readonly port: MessagePort,
    private readonly backlog: Backlog,
  ) {}

  /** Sends a message; sleeps before it while the protocol thread has more output waiting than it should. */
  send(message: FromNotebook): void {
    const size = outputSize(message);
    if (size > 0) this.backlog.add(size);
    this.port.postMessage(message);
  }

  /** Calls `take` for each message from now on. */
  receive(take: (message: ToNotebook) => void): void {
    this.port.on('message', take);
  }
}
