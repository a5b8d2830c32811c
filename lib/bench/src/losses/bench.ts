import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import * as lossbook from 'lossbook';
import { interleave, type Runner } from '../interleave';
import { LineProcess } from '../lineProcess';
import { median } from '../median';
import { jobs, type Job } from './job';
import { report } from './report';

export interface Options {
  /** The Python that has torch. */
  readonly python: string;
  readonly rounds: number;
  /** Only losses whose name holds this. */
  readonly only: string;
  readonly json: string;
}

/** Times value and gradient of each loss on every backend of this machine and in PyTorch, interleaved, and prints the medians. */
export async function benchLosses({ python, rounds, only, json }: Options): Promise<void> {
  const wanted = jobs((loss) => loss in lossbook && loss.includes(only));
  if (wanted.length === 0) throw new Error(`--only ${only}: no loss has that in its name`);
  const names = (await lossbook.backends()).filter(({ available }) => available).map(({ name }) => name);
  const backends = [...new Set(names)].map((name) => backend(name));
  const torch = pytorch(python);
  if (!torch) console.error(`${python} has no torch: no column for PyTorch (pip install torch==2.13.0; --python FILE)`);
  const runners = torch ? [...backends, torch] : backends;
  const times = await interleave(runners, wanted, rounds, showProgress());
  for (const runner of runners) runner.close();

  const rows = wanted.map((job) => ({
    loss: job.loss,
    shape: job.shape,
    ms: Object.fromEntries([...(times.get(job) ?? [])].map(([name, took]) => [name, median(took)])),
  }));
  console.log(
    report(
      rows,
      runners.map(({ name }) => name),
    ),
  );
  mkdirSync(dirname(json), { recursive: true });
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    torch: torch?.version,
  };
  writeFileSync(json, `${JSON.stringify({ unit: 'ms, median', rounds, machine, rows }, null, 1)}\n`);
  console.log(`\nMilliseconds, medians of ${rounds} rounds; × is the time over PyTorch's. Also in ${json}.`);
}

interface Column extends Runner<Job> {
  close(): void;
}

function column(name: string, worker: LineProcess): Column {
  return {
    name,
    time: async (job) => ((await worker.ask(job)) as { ms?: number }).ms,
    close: () => {
      worker.close();
    },
  };
}

const backend = (name: string): Column =>
  column(name, new LineProcess(process.execPath, [join(__dirname, 'worker.js'), name]));

function pytorch(python: string): (Column & { version: string }) | undefined {
  const probe = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], { encoding: 'utf8' });
  if (probe.status !== 0) return undefined;
  const worker = new LineProcess(python, [join(__dirname, '..', '..', 'torch_worker.py')]);
  return { ...column('torch', worker), version: probe.stdout.trim() };
}

/** How far it is and how long the rest takes, on the terminal only. */
function showProgress(): (done: number) => void {
  const started = Date.now();
  return (done) => {
    if (!process.stderr.isTTY) return;
    const left = Math.round(((Date.now() - started) * (1 - done)) / done / 1000);
    process.stderr.write(done < 1 ? `\r\x1b[K${Math.round(100 * done)}%, ${left} s left` : '\r\x1b[K');
  };
}
