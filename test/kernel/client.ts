import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Dealer, Subscriber } from 'zeromq';

export const ROOT = path.resolve(__dirname, '../..');
const KEY = 'key';

export interface Message {
  readonly type: string;
  readonly parent: string;
  readonly content: Record<string, unknown>;
}

/** What came of one request: its messages on iopub from busy to idle, and the reply. */
export interface Outcome {
  readonly outputs: readonly Message[];
  readonly reply: Record<string, unknown>;
}

/** A Jupyter client and the kernel that it started, in a folder of its own below the repository, as a notebook's is. */
export class KernelClient {
  readonly #shell = new Dealer({ routingId: 'client', sendHighWaterMark: 0, sendTimeout: 0 });
  readonly #control = new Dealer({ routingId: 'client', sendHighWaterMark: 0, sendTimeout: 0 });
  readonly #iopub = new Subscriber({ receiveHighWaterMark: 0 });
  readonly #outcomes = new Map<string, PendingOutcome>();
  readonly process: ChildProcess;
  /** The messages on iopub since the start. */
  readonly messages: Message[] = [];

  private constructor(
    readonly folder: string,
    ports: Record<string, number>,
  ) {
    const connection = path.join(folder, 'connection.json');
    const address = { ip: '127.0.0.1', transport: 'tcp', key: KEY, signature_scheme: 'hmac-sha256', ...ports };
    writeFileSync(connection, JSON.stringify(address));
    const main = path.join(ROOT, 'lib/kernel/dist/main.js');
    this.process = spawn(process.execPath, [main, '--config-path', connection], { cwd: folder, stdio: 'inherit' });
    this.#shell.connect(`tcp://127.0.0.1:${ports.shell_port}`);
    this.#control.connect(`tcp://127.0.0.1:${ports.control_port}`);
    this.#iopub.connect(`tcp://127.0.0.1:${ports.iopub_port}`);
    this.#iopub.subscribe();
    void this.#listen();
  }

  static async start(): Promise<KernelClient> {
    const folder = mkdtempSync(path.join(ROOT, 'test/kernel/.notebook-'));
    const names = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'];
    const client = new KernelClient(folder, await freePorts(names));
    // The subscription takes a moment, so ask until an answer arrives on iopub too.
    while (client.messages.length === 0) {
      await client.#send(client.#shell, 'kernel_info_request', {});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return client;
  }

  /** Sends a cell; the promise resolves when both the reply and `idle` have come. */
  execute(code: string, options: { stop_on_error?: boolean; silent?: boolean } = {}): Promise<Outcome> {
    return this.request('execute_request', { code, silent: false, store_history: true, ...options });
  }

  async request(type: string, content: object): Promise<Outcome> {
    const id = randomUUID();
    const pending = new PendingOutcome();
    this.#outcomes.set(id, pending);
    await this.#send(this.#shell, type, content, id);
    return pending.promise;
  }

  /** Asks the kernel to end, and waits until it has; a kernel that does not is killed, so that `exitCode` is null. */
  async shutdown(): Promise<void> {
    const exit = once(this.process, 'exit');
    await this.#send(this.#control, 'shutdown_request', { restart: false });
    const killer = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
    await exit;
    clearTimeout(killer);
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
    rmSync(this.folder, { recursive: true });
  }

  #send(socket: Dealer, type: string, content: object, id: string = randomUUID()): Promise<void> {
    const header = { msg_id: id, msg_type: type, session: 's', username: 'u', version: '5.3', date: new Date() };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const signature = createHmac('sha256', KEY).update(parts.join('')).digest('hex');
    return socket.send(['<IDS|MSG>', signature, ...parts]);
  }

  async #listen(): Promise<void> {
    const shell = async (): Promise<void> => {
      for await (const frames of this.#shell) {
        const { parent, type, content } = parse(frames);
        this.#outcomes.get(parent)?.settle({ reply: { ...content, msg_type: type } });
      }
    };
    const iopub = async (): Promise<void> => {
      for await (const frames of this.#iopub) {
        const message = parse(frames);
        this.messages.push(message);
        this.#outcomes.get(message.parent)?.add(message);
      }
    };
    await Promise.all([shell(), iopub()]);
  }
}

class PendingOutcome {
  readonly #outputs: Message[] = [];
  #reply: Record<string, unknown> | undefined;
  #idle = false;
  #resolve: (outcome: Outcome) => void = () => undefined;
  readonly promise = new Promise<Outcome>((resolve) => {
    this.#resolve = resolve;
  });

  add(message: Message): void {
    if (this.#idle) return;
    this.#outputs.push(message);
    if (message.content.execution_state === 'idle') this.settle({ idle: true });
  }

  settle({ reply, idle }: { reply?: Record<string, unknown>; idle?: boolean }): void {
    this.#reply ??= reply;
    this.#idle ||= idle ?? false;
    if (this.#reply && this.#idle) this.#resolve({ outputs: this.#outputs, reply: this.#reply });
  }
}

function parse(frames: readonly Buffer[]): Message {
  const texts = frames.map((frame) => frame.toString());
  const [header, parent, , content] = texts
    .slice(texts.indexOf('<IDS|MSG>') + 2)
    .map((text) => JSON.parse(text) as Record<string, unknown>);
  return { type: String(header?.msg_type), parent: String(parent?.msg_id), content: content ?? {} };
}

async function freePorts(names: readonly string[]): Promise<Record<string, number>> {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return Object.fromEntries(names.map((name, index) => [name, ports[index] ?? 0]));
}
