import type { Limits } from '../sandbox/limits';
import { readError } from '../sandbox/reply';
import type { Sandbox } from '../sandbox/sandbox';
import { SandboxProcess, Stopped } from '../sandbox/sandboxProcess';

/** The sandbox did not even start: that is nobody's mark. */
export class SandboxFailed extends Error {}

interface Warm {
  readonly process: SandboxProcess;
  /** Undefined if all went well. */
  readonly started: Promise<SandboxFailed | undefined>;
}

/** Processes in the sandbox that have TensorFlow.js loaded and wait for their one submission. */
export class WarmWorkers {
  private readonly warm = new Map<string, Warm[]>();

  constructor(private readonly sandbox: Sandbox) {}

  /** Starts processes until so many wait. */
  prepare(folder: string, limits: Limits, count: number): void {
    const waiting = this.waitingFor(folder, limits);
    while (waiting.length < count) waiting.push(start(new SandboxProcess(this.sandbox, folder, limits)));
  }

  /**
   * A process that has started: one that waits, or a new one.
   * @throws SandboxFailed
   */
  async take(folder: string, limits: Limits): Promise<SandboxProcess> {
    this.prepare(folder, limits, 1);
    const { process, started } = this.waitingFor(folder, limits).shift() as Warm;
    const failed = await started;
    if (failed === undefined) return process;
    await process.end();
    throw failed;
  }

  async close(): Promise<void> {
    const left = [...this.warm.values()].flat();
    this.warm.clear();
    await Promise.all(left.map(({ process }) => process.end()));
  }

  private waitingFor(folder: string, limits: Limits): Warm[] {
    const key = JSON.stringify([folder, limits]);
    const waiting = this.warm.get(key) ?? [];
    this.warm.set(key, waiting);
    return waiting;
  }
}

function start(process: SandboxProcess): Warm {
  const started = process.request({ do: 'start' }).then(
    (reply) => {
      const error = readError(reply);
      return error && new SandboxFailed(error.message);
    },
    (error: unknown) =>
      new SandboxFailed(error instanceof Stopped ? `${error.why}\n${process.takeOutput()}` : String(error)),
  );
  return { process, started };
}
