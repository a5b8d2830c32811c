import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import * as lossbook from 'lossbook';
import { interleave, type Runner } from '../interleave';
import { LineProcess } from '../lineProcess';
import { markdownTable } from '../markdownTable';
import { median } from '../median';
import { jobs, type Job } from './job';

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
  const names = (await lossbook.backends()).filter(({ available }) => available).map(({ name }) => name);
  const backends = [...new Set(names)].map((name) => backend(name));
  const torch = pytorch(python);
  if (!torch) console.error(`${python} has no torch: no column for PyTorch (pip install torch==2.13.0; --python FILE)`);
  const runners = torch ? [...backends, torch] : backends;
  const wanted = jobs((loss) => loss in lossbook && loss.includes(only));
  const times = await interleave(runners, wanted, rounds, showProgress());
  for (const runner of runners) runner.close();

  const rows = wanted.map((job) => ({
    loss: job.loss,
    shape: job.shape,
    ms: Object.fromEntries(runners.map(({ name }) => [name, median(times.get(job)?.get(name) ?? [])])),
  }));
  console.log(
    markdownTable(
      ['loss', 'shape', ...headings(runners)],
      rows.map((row) => cells(row, runners)),
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

const headings = (runners: readonly Column[]): string[] =>
  runners.flatMap(({ name }) => (name === 'torch' ? [name] : [name, '×']));

function cells(
  row: { loss: string; shape: readonly number[]; ms: Record<string, number> },
  runners: readonly Column[],
): string[] {
  const torch = row.ms.torch ?? NaN;
  const number = (x: number): string => (Number.isNaN(x) ? '–' : x.toPrecision(3));
  return [
    row.loss,
    row.shape.join('×'),
    ...runners.flatMap(({ name }) => {
      const ms = row.ms[name] ?? NaN;
      return name === 'torch' ? [number(ms)] : [number(ms), number(ms / torch)];
    }),
  ];
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
