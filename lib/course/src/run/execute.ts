import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Notebook } from '../notebook/notebook';
import { parseNotebook } from '../notebook/parse';
import { printNotebook } from '../notebook/print';
import { CourseError } from '../notebook/problem';
import { venvProgram } from './venv';

export interface Execution {
  /** The longest that a cell may take, in seconds; 600. */
  readonly seconds?: number;
  /** The course's own kernel (default), or the tslab that npm has, which people may have in their Jupyter. */
  readonly kernel?: 'lossbook' | 'tslab';
}

/**
 * Runs all cells of a notebook on WASM, in the notebook's own folder, and returns it with its new
 * outputs. The file itself stays as it is: a hidden copy beside it is run.
 *
 * @throws CourseError when Jupyter is missing or the notebook could not be run to its end.
 */
export async function execute(
  root: string,
  file: string,
  notebook: Notebook,
  { seconds = 600, kernel = 'lossbook' }: Execution = {},
): Promise<Notebook> {
  const python = venvProgram(root, 'python');
  if (python === undefined) throw failed(file, 'there is no .venv: run npm start once');
  const copy = join(root, dirname(file), `.running-${process.pid}-${basename(file)}`);
  const home = mkdtempSync(join(tmpdir(), 'lossbook-run-'));
  const tidy = (): void => {
    rmSync(copy, { force: true });
    rmSync(home, { recursive: true, force: true });
  };
  const stop = new AbortController();
  const interrupted = (): void => {
    stop.abort();
    tidy();
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, interrupted);
  try {
    writeFileSync(copy, printNotebook(notebook));
    if (kernel === 'tslab') writePlainKernel(root, home);
    const { code, complaint } = await runCells(python, [copy, String(seconds)], home, stop.signal);
    if (code !== 0) throw failed(file, `running it ended with ${code}: ${complaint}`);
    return parseNotebook(readFileSync(copy, 'utf8'), file);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
    tidy();
  }
}

/** Errors of cells are kept as outputs, so that they can be told with the cell's id. */
function runCells(
  python: string,
  args: readonly string[],
  home: string,
  stop: AbortSignal,
): Promise<{ code: number; complaint: string }> {
  const env = {
    ...process.env,
    LOSSBOOK_BACKEND: 'wasm',
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    // Jupyter looks here first.
    JUPYTER_PATH: join(home, 'path'),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(python, [join(__dirname, '../../run_notebook.py'), ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // Python ends its kernel before itself.
    stop.addEventListener('abort', () => child.kill('SIGINT'));
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-10_000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, complaint: stderr.trim().split('\n').slice(-3).join(' ') });
    });
  });
}

/** A kernelspec of the same name as the course's, as `tslab install` writes it. */
function writePlainKernel(root: string, home: string): void {
  const folder = join(home, 'path', 'kernels', 'tslab');
  const argv = [process.execPath, join(root, 'node_modules/tslab/bin/tslab')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'kernel.json'),
    JSON.stringify({
      argv: [...argv, 'kernel', '--config-path', '{connection_file}'],
      display_name: 'TypeScript',
      language: 'typescript',
    }),
  );
}

function failed(file: string, message: string): CourseError {
  return new CourseError([{ file, rule: 'run', message }]);
}
