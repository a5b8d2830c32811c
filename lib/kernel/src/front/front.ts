import type { FromNotebook } from '../threads/notebook-messages';
import { outputSize } from '../threads/output-size';
import type { Connection } from '../wire/connection-file';
import type { Sockets } from '../wire/sockets';
import { CellDriver } from './cells/driver';
import { Outputs } from './cells/outputs';
import { Comms, isComm } from './comms';
import type { CompilerLink } from './compiler-link';
import type { History } from './history/history';
import { Interrupter } from './interrupts/interrupter';
import type { Messenger } from './messenger';
import type { NotebookLink } from './notebook-link';
import { Prompts } from './prompts';
import { failureReply, type Request } from './request';
import { answerOf } from './requests/answers';
import { Status } from './status';

interface Parts {
  readonly sockets: Sockets;
  readonly messenger: Messenger;
  readonly compiler: CompilerLink;
  readonly notebook: NotebookLink;
  readonly history: History;
  readonly interrupter: Interrupter;
  readonly ports: Connection['ports'];
  /** Ends the process. */
  readonly end: (restart: boolean) => Promise<void>;
}

/** Answers what clients ask and publishes what cells do. */
export class Front {
  readonly #status: Status;
  readonly #outputs: Outputs;
  readonly #comms: Comms;
  readonly #prompts: Prompts;
  readonly #driver: CellDriver;

  constructor(private readonly parts: Parts) {
    const { messenger, notebook } = parts;
    this.#status = new Status(messenger);
    this.#outputs = new Outputs(messenger, (weight) => {
      notebook.handled(weight);
    });
    this.#comms = new Comms(notebook, this.#outputs);
    this.#prompts = new Prompts(messenger, notebook);
    this.#driver = new CellDriver({ ...parts, status: this.#status, outputs: this.#outputs });
  }

  /** Listens to the sockets and to the notebook's thread from now on. */
  start(): void {
    const { sockets, messenger, notebook } = this.parts;
    notebook.receive((message) => {
      this.#publish(message);
    });
    void messenger.greet();
    for (const channel of [sockets.control, sockets.shell]) {
      void channel.receive((message) => {
        this.#take({ message, channel });
      });
    }
    void sockets.stdin.receive((message) => {
      if (message.header.msg_type === 'input_reply') this.#prompts.answer(message);
    });
    this.#status.starting();
  }

  /** Ends what runs, as a client asks for by interrupt_request and a terminal by SIGINT. */
  async interrupt(): Promise<void> {
    await this.#driver.interrupt();
    this.parts.sockets.iopub.hurry();
    this.#prompts.clear();
  }

  #take(request: Request): void {
    if (request.message.header.msg_type === 'execute_request') this.#driver.submit(request);
    else void this.#answer(request);
  }

  /** Serves a request beside the cell that runs. */
  async #answer(request: Request): Promise<void> {
    const { messenger } = this.parts;
    const type = request.message.header.msg_type;
    this.#status.begin(request);
    try {
      if (isComm(request)) await this.#comms.receive(request);
      else if (type === 'shutdown_request') this.#sayGoodbye(request);
      else {
        if (type === 'interrupt_request') void this.interrupt();
        const content = await answerOf(request, { ...this.parts, comms: this.#comms });
        if (content) messenger.reply(request, content);
      }
    } catch (error) {
      if (!isComm(request)) messenger.reply(request, failureReply(error));
    }
    this.#status.end(request);
    if (type === 'shutdown_request') await this.parts.end(request.message.content.restart === true);
  }

  #sayGoodbye(request: Request): void {
    const { messenger } = this.parts;
    const content = { status: 'ok', restart: request.message.content.restart === true };
    messenger.reply(request, content);
    // Other clients of the kernel hear of it, too.
    messenger.publish('shutdown_reply', content, request.message.header);
  }

  #publish(message: FromNotebook): void {
    const size = outputSize(message);
    const sent = (): void => {
      this.parts.notebook.handled(size);
    };
    switch (message.type) {
      case 'stream':
        this.#outputs.of(message.cell).write(message.name, message.text, size);
        break;
      case 'display': {
        const { cell, data, metadata, displayId, update } = message;
        const transient = displayId === undefined ? {} : { display_id: displayId };
        const type = update ? 'update_display_data' : 'display_data';
        this.#outputs.of(cell).send(type, { data, metadata, transient }, { sent });
        break;
      }
      case 'clear-output':
        this.#outputs.of(message.cell).send('clear_output', { wait: message.wait }, { sent });
        break;
      case 'page':
        if (message.cell === this.#driver.running?.id) this.#driver.running.pages.push(message.data);
        sent();
        break;
      case 'comm':
        this.#comms.publish(message.message, message.cell, sent);
        break;
      case 'stray-error':
        this.#outputs.of(message.cell).write('stderr', `${message.error.traceback.join('\n')}\n`, size);
        break;
      case 'input-request':
        this.#prompts.add(message, this.#driver.running);
        break;
      case 'done':
        // A question that the cell did not wait for would stand in the way of the next cell's.
        if (message.cell === this.#driver.running?.id) this.#prompts.clear();
        this.#driver.finish(message);
        break;
      case 'abandoned':
        this.#driver.gaveUp(message);
        break;
      case 'end-me':
        void this.parts.interrupter.end();
        break;
      case 'ready':
      case 'pong':
    }
  }
}
