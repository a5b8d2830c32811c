import { setTimeout } from 'node:timers/promises';
import type { XPublisher } from 'zeromq';
import { log } from '../log';
import type { Codec } from './codec';
import type { Outgoing } from './message';
import { Pace } from './pace';

/** How long to wait before asking a socket again that is full, in milliseconds. */
const RETRY = 1;

/** How long all wait for a client that takes nothing, in milliseconds: at first, and for each message after that. */
const PATIENCE = { first: 20_000, next: 20 };

/** A client may be waiting for its reply before it takes more from here, so replies wait only so long for it. In milliseconds. */
const REPLY = 1000;

/** A message that waits, and whom to tell when it is on its way. */
interface Item {
  readonly message: Outgoing;
  readonly sent: (() => void) | undefined;
}

/** The socket that all clients listen to. What is published arrives, in order, however much it is. */
export class IopubChannel {
  #queue: Item[] = [];
  #draining: Promise<void> | undefined;
  #fullSince: number | undefined;
  #patience: number;
  #isLossy = false;
  readonly #pace = new Pace();
  /** Set while everything that waits is to go out at once. */
  #hurried = false;
  #wake: () => void = () => undefined;
  #waiting: (() => void)[] = [];

  /** @param socket one that refuses what it cannot keep for a slow client, instead of dropping it (`noDrop`) */
  constructor(
    private readonly socket: XPublisher,
    private readonly codec: Codec,
    private readonly firstPatience = PATIENCE.first,
  ) {
    this.#patience = firstPatience;
  }

  /** Queues a message. `sent` is called when the socket has it. */
  publish(message: Outgoing, sent?: () => void): void {
    this.#queue.push({ message, sent });
    this.#draining ??= this.#drain();
  }

  /** Resolves when all that was published has been sent, or waits for a client that takes nothing. */
  async flushed(): Promise<void> {
    if (this.#draining) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Sends what waits without regard to the pace: the reader wants an end. */
  hurry(): void {
    this.#hurried = this.#draining !== undefined;
    this.#wake();
  }

  /** Calls `welcome` for each new subscription, so that a client can know that it misses nothing from now on. */
  async greet(welcome: (topic: string) => Outgoing): Promise<void> {
    for await (const [frame] of this.socket) {
      if (frame?.[0] === 1) this.publish(welcome(frame.subarray(1).toString()));
    }
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const items = this.#queue;
      this.#queue = [];
      for (const { message, sent } of items) {
        await this.#send(message);
        sent?.();
      }
    }
    this.#draining = undefined;
    this.#hurried = false;
    this.#release();
  }

  /** Lets those go who wait for all to be sent. */
  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #send(message: Outgoing): Promise<void> {
    const type = message.header.msg_type;
    // The first frame is the topic; a client may subscribe to some only.
    const frames = [type, ...this.codec.encode(message)];
    if (!UNCOUNTED.has(type)) await this.#takeTurn(type === 'stream' ? sizeOf(frames) : 0);
    else if (type === 'status' && Reflect.get(message.content, 'execution_state') === 'idle') this.#pace.reset();
    while (!(await this.#offer(frames, type))) await setTimeout(RETRY);
  }

  async #takeTurn(bytes: number): Promise<void> {
    while (!this.#hurried) {
      const wait = this.#pace.wait(bytes, performance.now());
      if (wait <= 0) break;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([setTimeout(wait), woken]);
    }
    this.#pace.add(bytes, performance.now());
  }

  /** Tries to send. False: the socket is full, since a client is slow. */
  async #offer(frames: (string | Uint8Array)[], type: string): Promise<boolean> {
    try {
      await this.socket.send(frames);
      if (this.#fullSince === undefined) this.#patience = this.firstPatience;
      this.#fullSince = undefined;
      this.#setLossy(false);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EAGAIN') {
        this.#wait();
        return false;
      }
      log(`iopub: ${type} could not be sent: ${String(error)}`);
      return true;
    }
  }

  /** A client whose machine sleeps must not stop the others for ever: in the end, it is the one that goes without. */
  #wait(): void {
    this.#fullSince ??= performance.now();
    const full = performance.now() - this.#fullSince;
    if (full > REPLY) this.#release();
    if (full < this.#patience) return;
    if (this.#patience === this.firstPatience)
      log('iopub: a client takes no messages, and is left behind until it does');
    this.#patience = Math.min(PATIENCE.next, this.firstPatience);
    this.#setLossy(true);
  }

  /** Whether the next message goes to those alone who can take it. zeromq.js warns at each change, so only when it is one. */
  #setLossy(lossy: boolean): void {
    if (this.#isLossy !== lossy) this.socket.noDrop = !lossy;
    this.#isLossy = lossy;
  }
}

/** What JupyterLab's server does not count. */
const UNCOUNTED = new Set(['status', 'comm_open', 'execute_input']);

function sizeOf(frames: readonly (string | Uint8Array)[]): number {
  return frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0);
}
