import { setTimeout as pause } from 'node:timers/promises';
import { KernelClient } from '../client';
import type { Launch } from '../launch';
import type { Outcome } from '../outcome';
import { cellsFor } from './cells';
import { residentMegabytes } from './memory';

/** What is measured, and its unit. Smaller is better throughout. */
export const MEASURES = {
  ready: 'ms',
  'first result from a cold start': 'ms',
  'first cell': 'ms',
  '1+1, median': 'ms',
  '1+1, p95': 'ms',
  'import lossbook, the first': 'ms',
  'completion, the first': 'ms',
  'completion, later': 'ms',
  inspect: 'ms',
  'memory at rest': 'MB',
  'memory after 50 cells': 'MB',
  'declaration cell, 1 to 50': 'ms',
  'declaration cell, the last 50': 'ms',
  'memory after the declarations': 'MB',
} as const;

export type Measure = keyof typeof MEASURES;
export type Figures = Partial<Record<Measure, number>>;

const QUICK_CELLS = 50;

/** Starts a kernel, measures it into `figures` and ends it; what was measured before a failure stays. */
export async function measure(launch: Launch, declarations: number, figures: Figures): Promise<void> {
  const cells = cellsFor(launch);
  const begun = performance.now();
  const kernel = await KernelClient.start({ launch });
  try {
    figures.ready = kernel.readyAfter;
    figures['first cell'] = await time(() => run(kernel, '1+1'));
    figures['first result from a cold start'] = performance.now() - begun;
    if (cells.importLossbook !== undefined) {
      figures['import lossbook, the first'] = await withImport(launch, cells.importLossbook);
    }
    // The compiler reads its libraries meanwhile; at rest is when it has.
    await pause(3_000);
    setIfKnown(figures, 'memory at rest', residentMegabytes(kernel.process.pid));
    const quick = await times(QUICK_CELLS, () => run(kernel, '1+1'));
    figures['1+1, median'] = at(quick, 0.5);
    figures['1+1, p95'] = at(quick, 0.95);
    setIfKnown(figures, 'memory after 50 cells', residentMegabytes(kernel.process.pid));
    const complete = (): Promise<unknown> =>
      kernel.request('complete_request', { code: cells.complete, cursor_pos: cells.complete.length });
    figures['completion, the first'] = await time(complete);
    figures['completion, later'] = at(await times(10, complete), 0.5);
    const inspect = (): Promise<unknown> =>
      kernel.request('inspect_request', { code: cells.inspect, cursor_pos: cells.inspect.length, detail_level: 0 });
    await inspect();
    figures.inspect = at(await times(10, inspect), 0.5);
    if (declarations >= 100) {
      const spent: number[] = [];
      for (let i = 0; i < declarations; i++) spent.push(await time(() => run(kernel, cells.declare(i))));
      figures['declaration cell, 1 to 50'] = at(spent.slice(0, 50), 0.5);
      figures['declaration cell, the last 50'] = at(spent.slice(-50), 0.5);
      setIfKnown(figures, 'memory after the declarations', residentMegabytes(kernel.process.pid));
    }
  } finally {
    await kernel.kill();
  }
}

/** The import as the first cell of a kernel that has had time to read its libraries. */
async function withImport(launch: Launch, source: string): Promise<number> {
  const kernel = await KernelClient.start({ launch });
  try {
    await run(kernel, '1+1');
    return await time(() => run(kernel, source));
  } finally {
    await kernel.kill();
  }
}

async function run(kernel: KernelClient, source: string): Promise<Outcome> {
  // A message that a kernel loses would be waited for for ever.
  const late = pause(20_000, undefined, { ref: false }).then(() => {
    throw new Error(`${kernel.launch.name} did not answer ${source}`);
  });
  const outcome = await Promise.race([kernel.execute(source, { allow_stdin: false }), late]);
  if (outcome.reply.status !== 'ok')
    throw new Error(`${kernel.launch.name}: ${source}: ${JSON.stringify(outcome.reply)}`);
  return outcome;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i++) all.push(await time(work));
  return all;
}

/** The number below which this share of the numbers lies. */
function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function setIfKnown(figures: Figures, name: Measure, value: number | undefined): void {
  if (value !== undefined) figures[name] = value;
}
