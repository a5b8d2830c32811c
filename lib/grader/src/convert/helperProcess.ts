import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Converted, Declarations } from 'lossbook-kernel';
import { watchProcess, type Watch } from '../sandbox/watch';
import type { ConvertReply } from './messages';

/** How much one conversion may use before its helper is killed. */
export interface ConvertLimits {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly memoryBytes: number;
}

/** A conversion that did not end: it took too long or too much, or broke the compiler. */
export class ConversionStopped extends Error {}

/** One helper process. It converts one cell at a time and starts anew after it was killed. */
export class HelperProcess {
  private child: ChildProcess | undefined;
  private calls = 0;

  constructor(
    private readonly folder: string,
    private readonly limits: ConvertLimits,
  ) {}

  /** The helper's process id while it runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws ConversionStopped */
  async convert(previous: Declarations, source: string): Promise<Converted> {
    const child = this.child?.connected === true ? this.child : await this.start();
    const call = ++this.calls;
    let watch: Watch | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Converted>((resolve, reject) => {
        const stop = (why: string): void => {
          this.close();
          reject(new ConversionStopped(why));
        };
        const { cpuSeconds, memoryBytes, wallSeconds } = this.limits;
        watch = watchProcess(child.pid ?? 0, { cpuSeconds, memoryBytes }, stop);
        timer = setTimeout(() => {
          stop('wall');
        }, wallSeconds * 1000);
        child.once('exit', () => {
          stop('exit');
        });
        child.once('message', (reply: ConvertReply) => {
          if (!('call' in reply) || reply.call !== call) stop('exit');
          else if ('converted' in reply) resolve(reply.converted);
          else stop(reply.failed);
        });
        child.send({ call, previous, source }, (error) => {
          if (error !== null) stop('exit');
        });
      });
    } finally {
      clearTimeout(timer);
      watch?.end();
      child.removeAllListeners();
    }
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(join(__dirname, 'helper.js'), [this.folder], {
      cwd: this.folder,
      env: { PATH: process.env.PATH },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    const ended = new AbortController();
    child.once('exit', () => {
      ended.abort();
    });
    await once(child, 'message', { signal: ended.signal }).catch(() => {
      this.child = undefined;
      throw new Error('The process that checks types did not start; its error is above.');
    });
    child.removeAllListeners();
    return child;
  }
}
