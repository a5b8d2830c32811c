import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findLaunch } from '../../lib/bench/src/kernel/launch';
import { kernelName, ROOT } from './client';
import { writeKernelSpec } from './kernelspec';

const python = join(ROOT, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
const packages = join(ROOT, '.venv/test');
const ready = existsSync(python) && existsSync(packages);

/** Tests with Jupyter's own programs; skipped by name where `npm test` has not installed them. */
export const describeWithJupyter = (name: string, tests: () => void): void => {
  if (ready) describe(name, tests);
  else describe.skip(`${name} (needs .venv/test: npm test)`, tests);
};

/** A home for Jupyter with the kernel under test as `under-test`, and nothing of the user's. */
export class JupyterHome {
  readonly folder = mkdtempSync(join(tmpdir(), 'lossbook-jupyter-'));
  readonly env: NodeJS.ProcessEnv;

  constructor(kernelspecName = 'under-test') {
    const launch = findLaunch(kernelName);
    if ('missing' in launch) throw new Error(launch.missing);
    writeKernelSpec(join(this.folder, 'path'), kernelspecName, launch);
    this.env = {
      ...process.env,
      PYTHONPATH: packages,
      // nbgrader calls alembic's program.
      PATH: [join(packages, 'bin'), process.env.PATH].join(delimiter),
      JUPYTER_PATH: join(this.folder, 'path'),
      JUPYTER_CONFIG_DIR: join(this.folder, 'config'),
      JUPYTER_DATA_DIR: join(this.folder, 'data'),
      JUPYTER_RUNTIME_DIR: join(this.folder, 'runtime'),
      IPYTHONDIR: join(this.folder, 'ipython'),
    };
  }

  /** Runs the environment's Python with these arguments to its end. */
  python(args: readonly string[], cwd = ROOT): Promise<{ status: number | null; stdout: string; stderr: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(python, args, { cwd, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status, stdout, stderr });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
