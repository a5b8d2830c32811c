import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';
import type { FromNotebook, ToNotebook } from '../../../lib/kernel/src/threads/notebook-messages';

const ROOT = join(__dirname, '../../..');
const HOST = join(__dirname, 'host/notebook.cjs');

type Run = Extract<ToNotebook, { type: 'run' }>;
type Command = ToNotebook | { readonly type: 'interrupt' | 'hold' | 'release-hold' };
export type Done = Extract<FromNotebook, { type: 'done' }>;

/** What a cell's run brought: all messages, of whatever cell, until it was done. */
export interface Ran {
  readonly cell: number;
  readonly done: Done;
  readonly messages: readonly FromNotebook[];
}

/** A notebook's thread in a process of its own, driven by its messages. */
export class NotebookProcess {
  /** All that the notebook has said so far. */
  readonly messages: FromNotebook[] = [];
  readonly #pipe: Duplex;
  readonly #waiting = new Set<() => void>();
  #received: Buffer[] = [];
  #size = 0;
  /** Bytes that it takes to have the next message whole. */
  #expected = 4;
  #cells = 0;
  #ended = false;

  private constructor(readonly process: ChildProcess) {
    this.#pipe = process.stdio[3] as Duplex;
    this.#pipe.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    process.on('exit', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** Starts one in a folder, and waits until it is ready. */
  static async start({
    folder = ROOT,
    node = process.env.LOSSBOOK_TEST_NODE ?? process.execPath,
  } = {}): Promise<NotebookProcess> {
    const child = spawn(node, ['--no-force-async-hooks-checks', HOST], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    });
    const notebook = new NotebookProcess(child);
    await notebook.message(({ type }) => type === 'ready');
    return notebook;
  }

  /** Sends a cell, already JavaScript, and waits until it is done. */
  async run(javascript: string, options: Partial<Run> = {}): Promise<Ran> {
    const from = this.messages.length;
    const cell = this.send(javascript, options);
    const done = await this.message((message) => message.type === 'done' && message.cell === cell);
    return { cell, done: done as Done, messages: this.messages.slice(from) };
  }

  /** Sends a cell. @returns its number */
  send(javascript: string, options: Partial<Run> = {}): number {
    const cell = options.cell ?? ++this.#cells;
    this.tell({
      type: 'run',
      cell,
      javascript,
      awaits: /\bawait\b/.test(javascript),
      filename: `cell ${cell}`,
      source: javascript,
      sideOutputs: [],
      userExpressions: {},
      silent: false,
      ...(javascript.includes('exports.last =') && { lastExpression: 'last' }),
      ...options,
    });
    return cell;
  }

  tell(message: Command): void {
    const body = serialize(message);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    this.#pipe.write(Buffer.concat([head, body]));
  }

  /** The first message that is wanted, among those that came and those to come. */
  async message(wanted: (message: FromNotebook) => boolean): Promise<FromNotebook> {
    for (let from = 0; ;) {
      const found = this.messages.slice(from).find(wanted);
      if (found) return found;
      from = this.messages.length;
      if (this.#ended) throw new Error('the notebook ended');
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Everything that a cell has written to a stream so far. */
  written(cell: number, name: 'stdout' | 'stderr' = 'stdout'): string {
    return this.messages
      .map((message) =>
        message.type === 'stream' && message.cell === cell && message.name === name ? message.text : '',
      )
      .join('');
  }

  stop(): void {
    this.process.kill('SIGKILL');
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#expected) return;
    let all = Buffer.concat(this.#received);
    const end = (): number => (all.length < 4 ? 4 : 4 + all.readUInt32LE(0));
    for (; all.length >= end() && all.length >= 4; all = all.subarray(end())) {
      this.messages.push(deserialize(all.subarray(4, end())) as FromNotebook);
    }
    this.#expected = end();
    this.#received = [all];
    this.#size = all.length;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
