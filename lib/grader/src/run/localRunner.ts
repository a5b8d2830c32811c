import { join, resolve } from 'node:path';
import { Converters } from '../convert/converters';
import { runtimeFor, type Runtime } from '../runtime/runtime';
import { makeSnapshot } from '../runtime/snapshot';
import type { Limits } from '../sandbox/limits';
import type { Sandbox } from '../sandbox/sandbox';
import { unsafeSandbox } from '../sandbox/unsafe';
import type { RunJob } from './runJob';
import { WrongRuntime, type Runner } from './runner';
import { runPlan } from './runPlan';
import { runVersions } from './runVersions';
import { Slots } from './slots';
import { packRun, type StoredRun } from './storedRun';
import { WarmWorkers } from './warmWorkers';

/** What a machine needs to run submissions: no oracle, no seed. */
export interface Machine {
  /** The folder with `node_modules` and the compiled packages. */
  readonly root: string;
  /** Kept between runs; may be deleted at any time. */
  readonly cache: string;
  readonly sandbox: Sandbox;
  /** Submissions at a time. */
  readonly jobs: number;
}

/** How much converting one cell may use. */
const convertLimits = { cpuSeconds: 20, wallSeconds: 90, memoryBytes: 2 * 2 ** 30 };

/** Runs submissions on this machine, each in processes of its own. */
export class LocalRunner implements Runner {
  readonly capacity: number;
  private readonly converters: Converters;
  private readonly workers: WarmWorkers;
  private readonly slots: Slots;
  /** How many jobs came, how many of them are converted and wait for a slot, and how many have one or had one. */
  private came = 0;
  private ready = 0;
  private entered = 0;
  private readonly runtimes = new Map<string, Promise<Runtime>>();
  private readonly versions: Readonly<Record<string, string>>;

  constructor(private readonly machine: Machine) {
    this.capacity = 32 * machine.jobs;
    this.workers = new WarmWorkers(machine.sandbox);
    this.slots = new Slots(machine.jobs);
    this.versions = runVersions(machine.root);
    this.converters = new Converters(
      resolve(machine.cache, 'cells'),
      machine.jobs,
      convertLimits,
      () => this.ready < 4 * machine.jobs,
    );
  }

  async run(job: RunJob): Promise<StoredRun> {
    const { sandbox } = this.machine;
    const { folder, hash } = await this.runtimeOf(job);
    demand('the runtime', job.runtime, hash);
    if (job.isolated === (sandbox.name === unsafeSandbox.name)) {
      throw new WrongRuntime('the sandbox', job.isolated ? 'one' : 'none', sandbox.name);
    }
    for (const [name, version] of Object.entries(job.versions)) demand(name, version, this.versions[name] ?? 'none');
    const order = ++this.came;
    this.warmUp(folder, job);
    await this.converters.convertAhead(sourcesOf(job), order);
    this.ready++;
    const run = await this.slots.within(() => {
      this.ready--;
      this.entered++;
      this.converters.serve();
      const running = runPlan(job, this.converters, () => this.workers.take(folder, job.limits));
      this.warmUp(folder, job);
      return running;
    });
    return packRun(run, sandbox.name);
  }

  async close(): Promise<void> {
    this.converters.close();
    await this.workers.close();
  }

  /** Has processes ready for those that come next, likely with the same exercise. */
  private warmUp(folder: string, { limits }: RunJob): void {
    this.workers.prepare(folder, limits, Math.min(this.came - this.entered, this.machine.jobs));
  }

  private runtimeOf({ forbidden, limits }: RunJob): Promise<Runtime> {
    const key = JSON.stringify([forbidden, limits]);
    const runtime = this.runtimes.get(key) ?? this.buildRuntime(forbidden, limits);
    this.runtimes.set(key, runtime);
    return runtime;
  }

  private async buildRuntime(forbidden: readonly string[], limits: Limits): Promise<Runtime> {
    const { root, cache, sandbox } = this.machine;
    const runtime = await runtimeFor(root, forbidden, join(cache, 'runtime'));
    if (sandbox.hasThisNode) await makeSnapshot(runtime.folder, limits);
    return runtime;
  }
}

function demand(what: string, wanted: string, here: string): void {
  if (wanted !== here) throw new WrongRuntime(what, wanted, here);
}

function sourcesOf({ steps }: RunJob): string[] {
  return steps.flatMap((step) => (step.do === 'run' ? [step.source] : []));
}
