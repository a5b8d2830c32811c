import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A JupyterLab on a copy of the course. */
export interface Lab {
  /** The address of a file of the course in JupyterLab. */
  address(file: string): string;
  /** Waits until the page that shows this notebook is connected with its kernel and the kernel has nothing to do. */
  kernelReady(file: string): Promise<void>;
  close(): Promise<void>;
}

/** JupyterLab's settings of this test: its menus are in English, it asks nothing, and cells out of sight are there like others. */
const settings: Readonly<Record<string, object>> = {
  '@jupyterlab/translation-extension/plugin': { locale: 'en' },
  '@jupyterlab/notebook-extension/tracker': { windowingMode: 'none' },
  '@jupyterlab/apputils-extension/notification': { fetchNews: 'false', checkForUpdates: false },
};

/**
 * Starts the JupyterLab of `.venv` on a free port, with settings of its own, on a copy of the course. The copy lies below the
 * repository, so that its notebooks find `node_modules`.
 *
 * @param options.course where the copy is made
 * @param options.env variables for the server, beside this test's
 */
export async function startLab(
  root: string,
  jupyter: string,
  folders: readonly string[],
  { course = join(root, '.cache/e2e/course'), env = {} }: { course?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Lab> {
  rmSync(course, { recursive: true, force: true });
  mkdirSync(course, { recursive: true });
  for (const folder of folders.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, folder), join(course, folder), { recursive: true });
  }
  const home = mkdtempSync(join(tmpdir(), 'lossbook-lab-'));
  writeSettings(home);
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const server = spawn(jupyter, ['lab', ...options(course, port, token)], {
    env: { ...process.env, ...folderVariables(home), LOSSBOOK_BACKEND: 'wasm', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = logOf(server);
  await answers(`http://127.0.0.1:${port}/api/status?token=${token}`, server, log);
  return {
    address: (file) => `http://127.0.0.1:${port}/lab/tree/${file}?token=${token}&reset`,
    kernelReady: (file) => kernelReady(`http://127.0.0.1:${port}/api/sessions?token=${token}`, file),
    close: async () => {
      await stop(server);
      rmSync(home, { recursive: true, force: true });
      rmSync(course, { recursive: true, force: true });
    },
  };
}

function options(course: string, port: number, token: string): string[] {
  return [
    '--no-browser',
    `--ServerApp.root_dir=${course}`,
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    `--IdentityProvider.token=${token}`,
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ];
}

function folderVariables(home: string): NodeJS.ProcessEnv {
  return {
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: join(home, 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(home, 'workspaces'),
  };
}

function writeSettings(home: string): void {
  for (const [plugin, values] of Object.entries(settings)) {
    const path = join(home, 'settings', `${plugin}.jupyterlab-settings`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(values));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function logOf(server: ChildProcess): () => string {
  let log = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000);
  });
  return () => log;
}

async function answers(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (server.exitCode !== null) break;
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await pause(250);
  }
  await stop(server);
  throw new Error(`JupyterLab did not start:\n${log()}`);
}

interface Session {
  readonly path: string;
  readonly kernel: { readonly connections: number; readonly execution_state: string } | null;
}

async function kernelReady(url: string, file: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const sessions = (await (await fetch(url)).json()) as Session[];
    const kernel = sessions.find(({ path }) => path === file)?.kernel;
    if (kernel?.execution_state === 'idle' && kernel.connections > 0) return;
    await pause(250);
  }
  throw new Error(`the kernel of ${file} was not ready after a minute`);
}

/** A first SIGINT makes the server ask, SIGTERM ends it and its kernels. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
