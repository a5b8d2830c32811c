import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { markdownTable } from '../../markdownTable';
import { KERNELS, ROOT, type KernelName } from '../launch';
import type { Results, Verdict } from './results';

const [BEGIN, END] = ['<!-- features: npm run bench -- kernel-features -->', '<!-- /features -->'];
const signs: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✗', 'not asked': '–' };

/** Writes the tables of docs/kernel.md: how many tests of each group a kernel passes, then test by test. */
export function writeTables(results: Partial<Record<KernelName, Results>>): void {
  const file = path.join(ROOT, 'docs/kernel.md');
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/kernel.md has no ${BEGIN} … ${END}`);
  writeFileSync(file, `${text.slice(0, begin)}${BEGIN}\n\n${tables(results)}\n\n${text.slice(end)}`);
}

function tables(results: Partial<Record<KernelName, Results>>): string {
  const kernels = KERNELS.filter((name) => results[name]);
  const own = results.lossbook ?? {};
  const summary = Object.entries(own).map(([file, tests]) => [
    file,
    ...kernels.map((kernel) => score(Object.keys(tests).map((name) => results[kernel]?.[file]?.[name] ?? 'not asked'))),
  ]);
  const details = Object.entries(own).map(([file, tests]) => {
    const rows = Object.keys(tests).map((name) => [
      escape(name),
      ...kernels.map((kernel) => signs[results[kernel]?.[file]?.[name] ?? 'not asked']),
    ]);
    return `### ${file}\n\n${markdownTable(['test', ...kernels], rows)}`;
  });
  return [markdownTable(['test/kernel/', ...kernels], summary), ...details].join('\n\n');
}

/** Passed of those that were asked. */
function score(verdicts: readonly Verdict[]): string {
  const asked = verdicts.filter((verdict) => verdict !== 'not asked');
  return asked.length === 0 ? '–' : `${asked.filter((verdict) => verdict === 'passed').length} of ${asked.length}`;
}

/** A test's name as the text of a cell: tables end at a bar, and Markdown reads other signs. */
function escape(name: string): string {
  return name.replace(/[\\|*_<>`[\]{}~#]/g, '\\$&').replace(/\s+/g, ' ');
}
