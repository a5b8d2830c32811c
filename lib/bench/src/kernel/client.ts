import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Dealer, Request, Subscriber } from 'zeromq';
import { freeConnection, type Connection } from './connection';
import { findLaunch, ROOT, type Launch } from './launch';
import { frames, parseFrames, type Message } from './message';
import { PendingOutcome, type Outcome } from './outcome';

export interface StartOptions {
  /** Our own kernel, unless told otherwise. */
  readonly launch?: Launch;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder below which the kernel's own folder is made; it decides which `node_modules` a cell finds. */
  readonly within?: string;
  /** Files to lie in the kernel's folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Milliseconds after which a kernel that says nothing and owes an answer is taken for stuck, and ended; never, unless told. */
  readonly giveUpAfter?: number;
}

export interface RequestOptions {
  readonly channel?: 'shell' | 'control';
  readonly buffers?: readonly Buffer[] | undefined;
}

export type ExecuteOptions = Partial<{
  silent: boolean;
  store_history: boolean;
  stop_on_error: boolean;
  allow_stdin: boolean;
  user_expressions: Record<string, string>;
}>;

/** Where kernels keep the history of cells. */
const homes = (folder: string): NodeJS.ProcessEnv => ({
  JUPYTER_DATA_DIR: path.join(folder, '.data'),
  IPYTHONDIR: path.join(folder, '.ipython'),
});

/** A Jupyter client and the kernel that it started, in a folder of its own below the repository, as a notebook's is. */
export class KernelClient {
  readonly #shell: Dealer;
  readonly #control: Dealer;
  readonly #stdin: Dealer;
  readonly #iopub: Subscriber;
  readonly #outcomes = new Map<string, PendingOutcome>();
  #answers = 0;
  readonly process: ChildProcess;
  /** The messages on iopub since the start. */
  readonly messages: Message[] = [];
  /** What the kernel asked on stdin since the start. */
  readonly prompts: Message[] = [];
  /** Milliseconds from the start of the process to the first answer. */
  readyAfter = NaN;
  /** What the process itself wrote, on either stream. */
  log = '';

  private constructor(
    readonly folder: string,
    readonly connection: Connection,
    readonly launch: Launch,
    env: NodeJS.ProcessEnv,
  ) {
    const routingId = randomUUID();
    // Without a limit and without waiting, so that any number of cells can be sent in one turn.
    const unlimited = { sendHighWaterMark: 0, sendTimeout: 0, receiveHighWaterMark: 0 };
    const options = { ...unlimited, routingId, reconnectInterval: 5, linger: 0 };
    [this.#shell, this.#control, this.#stdin] = [new Dealer(options), new Dealer(options), new Dealer(options)];
    this.#iopub = new Subscriber({ receiveHighWaterMark: 0, reconnectInterval: 5 });
    const file = path.join(folder, 'connection.json');
    writeFileSync(file, JSON.stringify(connection));
    const [program = '', ...args] = launch.argv.map((word) => word.replace('{connection_file}', file));
    this.process = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    }
    const address = (port: number): string => `${connection.transport}://${connection.ip}:${port}`;
    this.#shell.connect(address(connection.shell_port));
    this.#control.connect(address(connection.control_port));
    this.#stdin.connect(address(connection.stdin_port));
    this.#iopub.connect(address(connection.iopub_port));
    this.#iopub.subscribe();
    void this.#listen();
    this.process.on('exit', () => {
      for (const outcome of this.#outcomes.values()) outcome.fail(new Error(`the kernel ended: ${this.log}`));
    });
  }

  static async start(options: StartOptions = {}): Promise<KernelClient> {
    const launch = options.launch ?? findLaunch('lossbook');
    if ('missing' in launch) throw new Error(launch.missing);
    const within = options.within ?? path.join(ROOT, '.cache/kernel');
    mkdirSync(within, { recursive: true });
    const folder = mkdtempSync(path.join(within, '.notebook-'));
    for (const [name, text] of Object.entries(options.files ?? {})) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const connection = await freeConnection();
    const started = performance.now();
    // The history of cells is the user's; a test has one of its own.
    const env = { ...process.env, ...homes(folder), ...options.env };
    const client = new KernelClient(folder, connection, launch, env);
    if (options.giveUpAfter !== undefined) client.#watch(options.giveUpAfter);
    await client.send('shell', 'kernel_info_request', {});
    while (client.#answers === 0) await client.#moment();
    client.readyAfter = performance.now() - started;
    // The subscription takes a moment, so ask until an answer arrives on iopub too.
    while (client.messages.length === 0) {
      await client.send('shell', 'kernel_info_request', {});
      await client.#moment();
    }
    return client;
  }

  /** Sends a cell; the promise resolves when both the reply and `idle` have come. */
  execute(code: string, options: ExecuteOptions = {}): Promise<Outcome> {
    const defaults = { silent: false, store_history: true, allow_stdin: true, user_expressions: {} };
    return this.request('execute_request', { code, ...defaults, ...options });
  }

  async request(type: string, content: object, { channel = 'shell', buffers }: RequestOptions = {}): Promise<Outcome> {
    const id = randomUUID();
    const pending = new PendingOutcome();
    this.#outcomes.set(id, pending);
    await this.send(channel, type, content, { id, buffers });
    return pending.promise;
  }

  /** Sends a message and waits for nothing; gives its id. */
  async send(
    channel: 'shell' | 'control' | 'stdin',
    type: string,
    content: object,
    { id = randomUUID(), buffers }: { id?: string; buffers?: readonly Buffer[] | undefined } = {},
  ): Promise<string> {
    await this.sendFrames(channel, frames({ type, content, id, buffers }, this.connection.key));
    return id;
  }

  /** Sends any frames at all. */
  sendFrames(channel: 'shell' | 'control' | 'stdin', parts: (string | Buffer)[]): Promise<void> {
    return { shell: this.#shell, control: this.#control, stdin: this.#stdin }[channel].send(parts);
  }

  /** Interrupts in the way of the kernel's kernelspec. */
  async interrupt(): Promise<void> {
    if (this.launch.interruptMode === 'signal') this.process.kill('SIGINT');
    else await this.send('control', 'interrupt_request', {});
  }

  /** Resolves when a message on iopub, or a question on stdin, is as wanted; looks at what came since `from` too. */
  async until(wanted: (message: Message) => boolean, from = 0): Promise<Message> {
    for (;;) {
      const found = [...this.messages.slice(from), ...this.prompts].find(wanted);
      if (found) return found;
      await this.#moment();
    }
  }

  /** Sends a heartbeat and resolves with what comes back. */
  async beat(text: string): Promise<string> {
    const heart = new Request({ receiveTimeout: 5_000, linger: 0 });
    heart.connect(`${this.connection.transport}://${this.connection.ip}:${this.connection.hb_port}`);
    await heart.send(text);
    const [back] = await heart.receive();
    heart.close();
    return String(back);
  }

  get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Asks the kernel to end, and waits until it has; a kernel that does not is killed, so that `exitCode` is null. */
  async shutdown(): Promise<void> {
    if (!this.ended) {
      const exit = once(this.process, 'exit');
      await this.send('control', 'shutdown_request', { restart: false });
      const killer = setTimeout(() => this.process.kill('SIGKILL'), 5_000);
      await exit;
      clearTimeout(killer);
    }
    this.#tidy();
  }

  /** Ends the kernel without asking. */
  async kill(): Promise<void> {
    if (!this.ended) {
      const exit = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await exit;
    }
    this.#tidy();
  }

  #tidy(): void {
    for (const socket of [this.#shell, this.#control, this.#stdin, this.#iopub]) socket.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #watch(patience: number): void {
    let heard = '';
    let since = Date.now();
    const watch = setInterval(() => {
      const now = `${this.messages.length} ${this.#answers} ${this.prompts.length} ${this.#owed}`;
      if (now !== heard || this.#owed === 0) [heard, since] = [now, Date.now()];
      if (Date.now() - since > patience) this.process.kill('SIGKILL');
      if (this.ended) clearInterval(watch);
    }, 250);
    watch.unref();
  }

  get #owed(): number {
    return [...this.#outcomes.values()].filter(({ open }) => open).length;
  }

  async #moment(): Promise<void> {
    if (this.ended) throw new Error(`the kernel ended: ${this.log}`);
    await pause(5);
  }

  async #listen(): Promise<void> {
    const replies = async (socket: Dealer): Promise<void> => {
      for await (const received of socket) {
        const { parent, type, content } = parseFrames(received, this.connection.key);
        this.#answers++;
        this.#outcomes.get(parent)?.replied({ ...content, msg_type: type });
      }
    };
    const prompts = async (): Promise<void> => {
      for await (const received of this.#stdin) this.prompts.push(parseFrames(received, this.connection.key));
    };
    const iopub = async (): Promise<void> => {
      for await (const received of this.#iopub) {
        const message = parseFrames(received, this.connection.key);
        this.messages.push(message);
        this.#outcomes.get(message.parent)?.add(message);
      }
    };
    await Promise.all([replies(this.#shell), replies(this.#control), prompts(), iopub()]);
  }
}
