import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { asObject, field, type JsonObject } from '../read/json';
import { snapshotIn } from '../runtime/snapshot';
import { BadFrame, callBytes, frame, FrameReader, replyTo } from './frames';
import type { Limits } from './limits';
import { nodeFlags } from './nodeFlags';
import type { Request } from './requests';
import type { Launch, Sandbox } from './sandbox';
import { Tokens } from './tokens';
import { watchProcess, type Exceeded, type Watch } from './watch';

/** Why a process ended before it answered; `cpu` also where it computed until the clock's time was up. */
export type Stop = Exceeded | 'wall' | 'output' | 'exit' | 'protocol';

/** The process ended, or was ended, before it answered. */
export class Stopped extends Error {
  constructor(readonly why: Stop) {
    super(why);
  }
}

interface Waiting {
  readonly call: string;
  readonly resolve: (reply: JsonObject) => void;
  readonly reject: (error: Error) => void;
}

/** So many messages that nobody asked for end a process: to read them takes time from others. */
const mostStrays = 100;

/** Processes that are not ended yet: none outlives the grader, however that ends. */
const living = new Set<SandboxProcess>();
process.on('exit', () => {
  for (const one of living) one.kill();
});

/** One process in the sandbox, with a pipe to it and one from it. It answers one request at a time. */
export class SandboxProcess {
  private readonly launch: Launch;
  private readonly child: ChildProcess;
  private readonly frames: FrameReader;
  private readonly watch: Watch;
  private readonly tokens = new Tokens();
  private readonly gone: Promise<void>;
  private waiting: Waiting | undefined;
  private stopped: Stopped | undefined;
  private wallLeft: number;
  private printed = 0;
  private strays = 0;
  private readonly kept: Buffer[] = [];
  /** So many bytes more of what is printed are kept. */
  private room: number;

  constructor(
    sandbox: Sandbox,
    runtime: string,
    private readonly limits: Limits,
  ) {
    this.launch = sandbox.launch(runtime, [...nodeFlags(limits), ...workerIn(sandbox, runtime, limits)], limits);
    const [program = '', ...args] = this.launch.argv;
    this.child = spawn(program, args, {
      cwd: '/',
      env: this.launch.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that without a sandbox too its children can be ended with it.
      detached: true,
    });
    this.frames = new FrameReader(limits.replyBytes);
    this.wallLeft = limits.wallSeconds * 1000;
    this.room = limits.outputBytes;
    this.watch = watchProcess(this.child.pid ?? 0, limits, (what) => {
      this.stop(what);
    });
    this.gone = new Promise((resolve) => {
      this.child.once('close', resolve).once('error', resolve);
    });
    living.add(this);
    this.listen();
    (this.child.stdin as Writable).write(this.tokens.bytes);
  }

  /**
   * Sends a request and waits for its reply.
   * @throws Stopped
   */
  async request(request: Request): Promise<JsonObject> {
    if (this.stopped !== undefined) throw this.stopped;
    const call = randomBytes(callBytes / 2).toString('hex');
    const since = performance.now();
    this.watch.watchWork();
    const timer = setTimeout(() => {
      // Where the grader itself was held up, a reply may lie in the pipe: it is read before this comes.
      setImmediate(() => {
        // A loop that the machine's load kept from using up its CPU time is a loop still.
        if (this.waiting?.call === call) this.stop(this.watch.isWorking() ? 'cpu' : 'wall');
      });
    }, this.wallLeft);
    try {
      return await new Promise<JsonObject>((resolve, reject) => {
        this.waiting = { call, resolve, reject };
        (this.child.stdin as Writable).write(frame({ ...request, call }));
      });
    } finally {
      clearTimeout(timer);
      this.waiting = undefined;
      this.wallLeft = Math.max(1, this.wallLeft - (performance.now() - since));
    }
  }

  /**
   * Whether nothing is left of what was made since the last such question. Student code can make this false, but not true.
   * @throws Stopped
   */
  async leftNothing(): Promise<boolean> {
    return this.tokens.isNext(field(await this.request({ do: 'count' }), 'token'));
  }

  /** What was printed up to now, cut; from here on printed text is dropped, since it may tell of secret cases. */
  takeOutput(): string {
    this.room = 0;
    return Buffer.concat(this.kept).toString('utf8');
  }

  /** Ends the process with all its descendants and waits until it is gone. */
  async end(): Promise<void> {
    this.stop('exit');
    await this.gone;
  }

  /** Kills the process and its group at once. */
  kill(): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
    this.launch.kill?.();
  }

  private listen(): void {
    const [replies, prints] = this.child.stdio.slice(1) as [Readable, Readable];
    prints.on('data', (piece: Buffer) => {
      this.printed += piece.length;
      if (this.room > 0) this.kept.push(piece.subarray(0, this.room));
      this.room = Math.max(0, this.room - piece.length);
      if (this.printed > this.limits.outputFloodBytes) this.stop('output');
    });
    replies.on('data', (piece: Buffer) => {
      this.receive(piece);
    });
    for (const stream of this.child.stdio) {
      // A pipe to a process that ended breaks; that it ended is told by its exit.
      stream?.on('error', () => undefined);
    }
    this.child.once('error', () => {
      this.stop('exit');
    });
    this.child.once('close', (status, signal) => {
      this.stop(whyEnded(status, signal));
    });
    this.child.once('exit', (status, signal) => {
      // A reply may still be in the pipe; a descendant that keeps the pipe open is not waited for.
      setTimeout(() => {
        this.stop(whyEnded(status, signal));
      }, 100);
    });
  }

  private receive(piece: Buffer): void {
    if (this.stopped !== undefined) return;
    try {
      for (const message of this.frames.push(piece)) {
        const reply = asObject(this.waiting && replyTo(this.waiting.call, message));
        if (reply !== undefined) {
          this.waiting?.resolve(reply);
          this.waiting = undefined;
        } else if (++this.strays > mostStrays) this.stop('protocol');
      }
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error;
      this.stop('protocol');
    }
  }

  private stop(why: Stop): void {
    if (this.stopped !== undefined) return;
    this.stopped = new Stopped(why);
    this.watch.end();
    this.kill();
    living.delete(this);
    // Without a sandbox a descendant may live on and hold the pipes; nobody waits for it.
    for (const stream of this.child.stdio) stream?.destroy();
    this.waiting?.reject(this.stopped);
  }
}

/** What Node.js runs: the worker, from its snapshot where there is one. */
function workerIn(sandbox: Sandbox, runtime: string, limits: Limits): string[] {
  const inside = sandbox.runtimeInside(runtime);
  const worker = `${inside}/worker.js`;
  const snapshot = snapshotIn(runtime, limits);
  if (!sandbox.hasThisNode || !existsSync(snapshot)) return [worker];
  return ['--snapshot-blob', `${inside}/${basename(snapshot)}`, worker];
}

/** A limit of the system that was faster than the watch, by the signal with which it ends a process. */
function whyEnded(status: number | null, signal: NodeJS.Signals | null): Stop {
  return signal === 'SIGXCPU' || status === 128 + constants.signals.SIGXCPU ? 'cpu' : 'exit';
}
