import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { interleave, type Runner } from '../interleave';
import { markdownTable } from '../markdownTable';
import { median } from '../median';
import { findLaunch, type KernelName, type Launch } from './launch';
import { measure, MEASURES, type Figures, type Measure } from './measure/measure';

export interface Options {
  readonly rounds: number;
  /** How many declaration cells the growth is measured with; none below 100. */
  readonly declarations: number;
  readonly only: readonly KernelName[];
  readonly json: string;
}

/** Measures our kernel, tslab, ipykernel and Deno in turn, round by round, and prints the medians and what each is of ours. */
export async function benchKernels({ rounds, declarations, only, json }: Options): Promise<void> {
  const launches = only.flatMap((name): Launch[] => {
    const launch = findLaunch(name);
    if (!('missing' in launch)) return [launch];
    console.error(`${name} is left out: ${launch.missing}`);
    return [];
  });
  const collected = new Map<KernelName, Figures[]>(launches.map(({ name }) => [name, []]));
  const runners = launches.map((launch): Runner<'kernel'> => ({
    name: launch.name,
    time: async () => {
      const started = performance.now();
      const figures: Figures = {};
      collected.get(launch.name)?.push(figures);
      // A kernel that cannot stand a measurement is said so and lacks this round's later figures.
      await measure(launch, declarations, figures).catch((error: unknown) => {
        console.error(`${launch.name}: ${error instanceof Error ? error.message : String(error)}`);
      });
      return performance.now() - started;
    },
  }));
  await interleave(runners, ['kernel'], rounds, (done) => {
    if (process.stderr.isTTY) process.stderr.write(done < 1 ? `\r\x1b[K${Math.round(100 * done)}%` : '\r\x1b[K');
  });

  const medianOf = (name: KernelName, measured: Measure): number =>
    median((collected.get(name) ?? []).flatMap((figures) => figures[measured] ?? []));
  const names = launches.map(({ name }) => name);
  const rows = (Object.keys(MEASURES) as Measure[]).map((measured) => ({
    measured,
    unit: MEASURES[measured],
    ...Object.fromEntries(names.map((name) => [name, medianOf(name, measured)])),
  })) as (Record<KernelName, number> & { measured: Measure; unit: string })[];
  const number = (x: number): string => (Number.isNaN(x) ? '–' : x >= 100 ? x.toFixed(0) : x.toPrecision(3));
  const table = markdownTable(
    ['', 'unit', ...names.flatMap((name) => (name === 'lossbook' ? [name] : [name, '×']))],
    rows.map((row) => [
      row.measured,
      row.unit,
      ...names.flatMap((name) =>
        name === 'lossbook' ? [number(row[name])] : [number(row[name]), number(row[name] / row.lossbook)],
      ),
    ]),
  );
  console.log(table);
  const machine = { cores: cpus().length, platform: process.platform, node: process.version };
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, `${JSON.stringify({ statistic: 'median', rounds, declarations, machine, rows }, null, 1)}\n`);
  console.log(
    `\nMedians of ${rounds} rounds, ${declarations} declaration cells, on ${machine.cores} cores with Node ${machine.node.slice(1)}; × is the figure over lossbook's. Also in ${json}.`,
  );
}
