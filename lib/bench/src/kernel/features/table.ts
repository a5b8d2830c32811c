import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KERNELS, ROOT, type KernelName } from '../launch';
import type { Results, Verdict } from './results';
import { SECTIONS, type Row } from './rows';

type AllResults = Partial<Record<KernelName, Results>>;

const [BEGIN, END] = ['<!-- features: npm run bench -- kernel-features -->', '<!-- /features -->'];
const FILE = path.join(ROOT, 'docs/kernel.md');
const signs: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✗', 'not asked': '–' };

/** What docs/kernel.md has of the tables now. */
export function readTables(): string {
  const text = readFileSync(FILE, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/kernel.md has no ${BEGIN} … ${END}`);
  return text.slice(begin + BEGIN.length, end).trim();
}

export function writeTables(results: AllResults): void {
  const text = readFileSync(FILE, 'utf8');
  const old = readTables();
  const [before, after] = [text.slice(0, text.indexOf(BEGIN) + BEGIN.length), text.slice(text.indexOf(END))];
  if (old !== tables(results)) writeFileSync(FILE, `${before}\n\n${tables(results)}\n\n${after}`);
}

/** The feature table by section, and how many tests of each file a kernel passes. */
export function tables(results: AllResults): string {
  const kernels = KERNELS.filter((name) => results[name]);
  const sections = Object.entries(SECTIONS).map(([section, rows]) => {
    const lines = rows.map((row) => [
      escape(row.feature),
      ...kernels.map((kernel) => signs[verdict(results, kernel, row)]),
      escape(row.test),
    ]);
    return `### ${section}\n\n${textTable(['', ...kernels, `test`], lines)}`;
  });
  const files = Object.entries(results.lossbook ?? {}).map(([file, tests]) => [
    file,
    ...kernels.map((kernel) => score(Object.keys(tests).map((test) => verdict(results, kernel, { file, test })))),
  ]);
  return [...sections, `### Every test\n\n${textTable(['test/kernel/', ...kernels], files)}`].join('\n\n');
}

/** @throws Error for a test that our kernel's run did not have */
function verdict(results: AllResults, kernel: KernelName, { file, test }: Pick<Row, 'file' | 'test'>): Verdict {
  if (results.lossbook?.[file]?.[test] === undefined) throw new Error(`there is no test "${test}" in ${file}`);
  return results[kernel]?.[file]?.[test] ?? 'not asked';
}

/** Passed of those that were asked. */
function score(verdicts: readonly Verdict[]): string {
  const asked = verdicts.filter((one) => one !== 'not asked');
  return asked.length === 0 ? '–' : `${asked.filter((one) => one === 'passed').length} of ${asked.length}`;
}

/** A table in Markdown, padded as Prettier pads it. */
function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, i) => Math.max(3, heading.length, ...rows.map((one) => one[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((one, i) => one.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(headings), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A text as a cell of a table: as code, where Markdown would read its signs. */
function escape(text: string): string {
  if (!/[\\|*_<>[\]{}~#`]/.test(text)) return text;
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
