import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBubblewrap, NoSandbox, type ResultFile } from 'lossbook-grader';
import { root } from './exercise';

export const cli = join(root, 'lib/grader/dist/cli.js');

/** What a run of the command gave. */
export interface Outcome {
  readonly folder: string;
  readonly out: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lossbook-grader-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `npm run grade` without npm, as setup/ does, in a language that does not depend on the machine. */
export function runCli(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Omit<Outcome, 'folder' | 'out'> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'pt_BR.UTF-8', LOSSBOOK_SEED: 'a seed for tests', ...env },
  });
  return { status, stdout, stderr };
}

/** Grades notebooks by student; a student without text hands in nothing. */
export function grade(
  handedIn: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
  prepare: (submissions: string) => void = () => undefined,
): Outcome {
  const folder = emptyFolder();
  const submissions = join(folder, 'submissions');
  for (const [student, text] of Object.entries(handedIn)) {
    mkdirSync(join(submissions, student), { recursive: true });
    if (text !== undefined) writeFileSync(join(submissions, student, '01-regression.ipynb'), text);
  }
  prepare(submissions);
  const out = join(folder, 'out');
  return { folder, out, ...runCli(folder, ['submissions', '--out', 'out', ...args]) };
}

export function resultFor({ out }: Outcome, student: string): ResultFile {
  return JSON.parse(readFileSync(join(out, 'results', student, '01-regression.json'), 'utf8')) as ResultFile;
}

export function feedbackFor({ out }: Outcome, student: string): string {
  return readFileSync(join(out, 'feedback', student, '01-regression.html'), 'utf8');
}

/** The points of an item's lines, such as `{ value: 2, gradient: 0 }`. */
export function pointsOf(result: ResultFile, item: string): Record<string, number> {
  const lines = result.items.find(({ id }) => id === item)?.lines ?? [];
  return Object.fromEntries(lines.map(({ line, points }) => [line, points]));
}

/** `describe` for what needs a sandbox: skipped by name and reason where there is none, but never in CI. */
export function describeInSandbox(name: string, tests: () => void): void {
  const reason = whyNoSandbox();
  if (reason === undefined || process.env.CI !== undefined) describe(name, tests);
  else describe.skip(`${name} [skipped: no sandbox: ${reason}]`, tests);
}

function whyNoSandbox(): string | undefined {
  try {
    findBubblewrap(root);
    return undefined;
  } catch (error) {
    if (!(error instanceof NoSandbox)) throw error;
    return error.tried.join('; ') || 'bubblewrap is not installed';
  }
}
