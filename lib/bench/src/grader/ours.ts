import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../kernel/launch';

/** What one run of `npm run grade` gave. */
export interface OwnRun {
  readonly seconds: number;
  /** The most memory of the grader with all its processes, in MiB; undefined where there is no /proc. */
  readonly peakMebibytes: number | undefined;
  /** Of processor time of the grader and all its processes; undefined where there is no /proc. */
  readonly cpuSeconds: number | undefined;
  /** By student. */
  readonly scores: ReadonlyMap<string, number>;
}

/** Runs the grader's command, and looks at what it uses from outside. */
export async function gradeWithOurs(folder: string, out: string, words: readonly string[]): Promise<OwnRun> {
  const cli = join(ROOT, 'lib/grader/dist/cli.js');
  const started = performance.now();
  const child = spawn(process.execPath, [cli, folder, '--out', out, '--language', 'pt', ...words], {
    env: { ...process.env, LOSSBOOK_SEED: 'benchmark' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  let peak = 0;
  const cpu = new Map<number, number>();
  const watch = setInterval(() => {
    const family = familyOf(child.pid ?? 0);
    peak = Math.max(
      peak,
      family.reduce((sum, { pages }) => sum + pages, 0),
    );
    for (const { pid, ticks } of family) cpu.set(pid, ticks);
  }, 100);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  clearInterval(watch);
  if (status !== 0) throw new Error(`npm run grade ended with ${String(status)}:\n${said.slice(-2000)}`);
  const seconds = (performance.now() - started) / 1000;
  const rows = readFileSync(join(out, 'grades.csv'), 'utf8').trimEnd().split('\n').slice(1);
  const scores = new Map(
    rows.map((row) => {
      const [student = '', , score] = row.split(',');
      return [student, Number(score)];
    }),
  );
  const isThere = cpu.size > 0;
  return {
    seconds,
    peakMebibytes: isThere ? (peak * 4096) / 2 ** 20 : undefined,
    cpuSeconds: isThere ? [...cpu.values()].reduce((sum, ticks) => sum + ticks, 0) / 100 : undefined,
    scores,
  };
}

interface Facts {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Resident. */
  readonly pages: number;
}

function familyOf(root: number): Facts[] {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const table = names.flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const at = (place: number): number => fields[place - 3] ?? 0;
      return [{ pid: Number(name), parent: at(4), ticks: at(14) + at(15), pages: at(24) }];
    } catch {
      return [];
    }
  });
  const members = new Set([root]);
  // Parents stand before their children but for numbers that were given out anew.
  for (let size = 0; size !== members.size;) {
    size = members.size;
    for (const { pid, parent } of table) if (members.has(parent)) members.add(pid);
  }
  return table.filter(({ pid }) => members.has(pid));
}
