import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Converted, Declarations } from 'lossbook-kernel';
import { watchProcess, type Watch } from '../sandbox/watch';
import type { ConvertReply, Unconverted } from './messages';
import { readingPackagesOnly } from './reading';

/** How much one conversion may use before its helper is killed. */
export interface ConvertLimits {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly memoryBytes: number;
}

/** Cells that are converted together are done in a moment; one that is not is better looked at alone. */
const togetherCpuSeconds = 5;

/** A conversion that did not end: it took too long or too much, or broke the compiler. */
export class ConversionStopped extends Error {}

/** One helper process. It answers one request at a time and starts anew after it was killed. */
export class HelperProcess {
  private child: ChildProcess | undefined;
  private calls = 0;
  /** Since when it has been at work; undefined while it rests or starts. */
  busySince: number | undefined;

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
    let found: Converted | undefined;
    await this.ask([{ previous, source }], this.limits, (_, converted) => (found = converted));
    if (found === undefined) throw new ConversionStopped('exit');
    return found;
  }

  /**
   * Converts several cells that know nothing of each other.
   * @param onDone told of each as it is done; without a result it has to be converted alone
   * @throws ConversionStopped when one of them goes beyond the limits; which one is not known
   */
  async convertAll(
    cells: readonly Unconverted[],
    onDone: (place: number, converted: Converted | undefined) => void,
  ): Promise<void> {
    const { cpuSeconds, ...limits } = this.limits;
    await this.ask(cells, { ...limits, cpuSeconds: Math.min(cpuSeconds, togetherCpuSeconds) }, onDone);
  }

  private async ask(
    cells: readonly Unconverted[],
    { cpuSeconds, memoryBytes, wallSeconds }: ConvertLimits,
    onDone: (place: number, converted: Converted | undefined) => void,
  ): Promise<void> {
    const child = this.child?.connected === true ? this.child : await this.start();
    const call = ++this.calls;
    let left = cells.length;
    let watch: Watch | undefined;
    let timer: NodeJS.Timeout | undefined;
    this.busySince = performance.now();
    try {
      await new Promise<void>((resolve, reject) => {
        const stop = (why: string): void => {
          this.close();
          reject(new ConversionStopped(why));
        };
        watch = watchProcess(child.pid ?? 0, { cpuSeconds, memoryBytes }, stop);
        timer = setTimeout(() => {
          stop('wall');
        }, wallSeconds * 1000);
        child.once('exit', () => {
          stop('exit');
        });
        child.on('message', (reply: ConvertReply) => {
          if (!('call' in reply) || reply.call !== call) stop('exit');
          else if ('failed' in reply) stop(reply.failed);
          else {
            onDone(reply.place, 'converted' in reply ? reply.converted : undefined);
            if (--left === 0) resolve();
          }
        });
        child.send({ call, cells }, (error) => {
          if (error !== null) stop('exit');
        });
      });
    } finally {
      this.busySince = undefined;
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
      execArgv: readingPackagesOnly(this.folder),
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
