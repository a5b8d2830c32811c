import { setImmediate } from 'node:timers/promises';
import * as jupyter from 'tslab/dist/jupyter';
import type { Router } from 'zeromq';
import { describeThrown, type ErrorMessage } from '../cell/cell-error';
import type { Session } from '../cell/session';
import { CellQueue } from './cell-queue';
import { CellOutput } from './output';
import { redirectStreams } from './redirect-streams';
import { toBundle } from './result';
import { reportStrayErrors } from './stray-errors';
import { sendWithoutLimit } from './unlimited-sending';

type Message = Parameters<jupyter.ZmqServer['handleExecute']>[1];

interface ExecuteRequest {
  readonly code: string;
  readonly silent?: boolean;
  readonly store_history?: boolean;
  readonly stop_on_error?: boolean;
}

/** tslab's server with another way of running cells. */
export class Server extends jupyter.ZmqServer {
  readonly #queue = new CellQueue();
  #aborted = false;
  #executionCount = 0;
  #closed = false;
  /** Of the latest cell: what a timer of an earlier cell writes goes there too. */
  #output = new CellOutput(() => undefined);

  constructor(
    private readonly session: Session,
    handler: jupyter.ZmqServer['handler'],
    configPath: string,
  ) {
    super(handler, configPath);
    sendWithoutLimit(this);
    redirectStreams((name, text) => {
      this.#output.write(name, text);
    });
    reportStrayErrors((thrown) => {
      this.#output.write('stderr', `${describeThrown(thrown).traceback.join('\n')}\n`);
    });
  }

  override handleShellMessage(socket: Router, ...frames: Buffer[]): Promise<void> {
    if (typeOf(frames) !== 'execute_request') return super.handleShellMessage(socket, ...frames);
    return this.#queue.add((aborted) => {
      this.#aborted = aborted;
      return super.handleShellMessage(socket, ...frames);
    });
  }

  override async handleExecute(socket: Router, message: Message): Promise<void> {
    const request = message.content as ExecuteRequest;
    const answer = this.#aborted ? { status: 'aborted' } : await this.#execute(request, message);
    const reply = message.createReply();
    reply.header.msg_type = 'execute_reply';
    reply.content = { ...answer, execution_count: this.#executionCount };
    reply.signAndSend(this.connInfo.key, socket);
  }

  override handleCommInfoRequest(socket: Router, message: Message): void {
    const reply = message.createReply();
    reply.header.msg_type = 'comm_info_reply';
    reply.content = { status: 'ok', comms: {} };
    reply.signAndSend(this.connInfo.key, socket);
  }

  /** A timer of a cell would keep the process alive, and write to closed sockets. */
  override close(): void {
    this.#closed = true;
    super.close();
    process.exit();
  }

  async #execute(request: ExecuteRequest, message: Message): Promise<object> {
    const silent = request.silent ?? false;
    const output = new CellOutput((type, content) => {
      this.#publish(type, content, message);
    });
    this.#output = output;
    Reflect.set(jupyter, 'lastWriteDisplayData', (data: object, update: boolean) => {
      output.send(update ? 'update_display_data' : 'display_data', data);
    });
    if (!silent && (request.store_history ?? true)) this.#executionCount++;
    const execution_count = this.#executionCount;
    if (!silent) output.send('execute_input', { code: request.code, execution_count });

    const error = await this.#run(request.code, (data) => {
      if (!silent) output.send('execute_result', { data, metadata: {}, execution_count });
    });
    // Rejections that nobody awaits are reported at the end of the turn; they belong to this cell.
    await setImmediate();
    if (!error) {
      output.flush();
      return { status: 'ok', payload: [], user_expressions: {} };
    }
    if (request.stop_on_error ?? true) await this.#queue.abortWaiting();
    if (silent) output.flush();
    else output.send('error', error);
    return { status: 'error', ...error };
  }

  async #run(code: string, show: (bundle: object) => void): Promise<ErrorMessage | undefined> {
    try {
      const { value } = await this.session.run(code, `cell ${this.#executionCount}`);
      if (value !== undefined && value !== null) show(await toBundle(value));
      return undefined;
    } catch (thrown) {
      return describeThrown(thrown);
    }
  }

  #publish(type: string, content: object, parent: Message): void {
    if (this.#closed) return;
    const message = parent.createReply();
    message.header.msg_type = type;
    message.content = content;
    message.signAndSend(this.connInfo.key, this.iopub);
  }
}

/** A message is: identities, a delimiter, the signature, then the header and the rest. */
function typeOf(frames: readonly Buffer[]): unknown {
  const header = frames[frames.findIndex((frame) => frame.toString() === '<IDS|MSG>') + 2];
  return (JSON.parse(String(header)) as { msg_type?: unknown }).msg_type;
}
