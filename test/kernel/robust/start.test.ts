import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeConnection, PORTS } from '../../../lib/bench/src/kernel/connection';
import { findLaunch } from '../../../lib/bench/src/kernel/launch';
import { kernelName } from '../client';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lossbook-robust-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Starts the kernel with a connection file; gives its end, or says that it goes on after ten seconds. */
function start(file: string): Promise<{ status: number | null; log: string; ended: boolean }> {
  const launch = findLaunch(kernelName);
  if ('missing' in launch) throw new Error(launch.missing);
  const [program = '', ...args] = launch.argv.map((word) => word.replace('{connection_file}', file));
  return new Promise((resolve, reject) => {
    let log = '';
    let ended = true;
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    }
    const timer = setTimeout(() => {
      ended = false;
      child.kill('SIGKILL');
    }, 10_000);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, log, ended });
    });
  });
}

/** It ends with an error and one line that says why. */
async function expectOneLine(file: string, why: RegExp): Promise<void> {
  const { status, log, ended } = await start(file);
  expect(ended).toBe(true);
  expect(status).not.toBe(0);
  expect(log.trim().split('\n')).toHaveLength(1);
  expect(log).toMatch(why);
}

function write(text: string): string {
  const file = join(folder, 'connection file, ação.json');
  writeFileSync(file, text);
  return file;
}

describe('a connection file that will not do ends the kernel with one line that says why', () => {
  test('missing', async () => {
    const file = join(folder, 'nowhere.json');
    await expectOneLine(file, /nowhere\.json/);
  }, 30_000);

  test('no JSON', async () => {
    await expectOneLine(write('{ "shell_port": 1, '), /JSON/i);
  }, 30_000);

  test('an empty file', async () => {
    await expectOneLine(write(''), /connection file|JSON/i);
  }, 30_000);

  test('another thing than an object', async () => {
    await expectOneLine(write('[1, 2]'), /connection file|port/i);
  }, 30_000);

  test.each(PORTS)(
    'without %s',
    async (port) => {
      const connection = Object.entries(await freeConnection()).filter(([name]) => name !== port);
      await expectOneLine(write(JSON.stringify(Object.fromEntries(connection))), new RegExp(port));
    },
    30_000,
  );

  test.each([70_000, -1, 'x', 1.5, null])(
    'with the port %p',
    async (port) => {
      await expectOneLine(write(JSON.stringify({ ...(await freeConnection()), iopub_port: port })), /iopub_port/);
    },
    30_000,
  );

  test('with a signature scheme that it does not know', async () => {
    await expectOneLine(
      write(JSON.stringify({ ...(await freeConnection()), signature_scheme: 'hmac-rot13' })),
      /rot13|signature/,
    );
  }, 30_000);

  test('with a transport that it does not know', async () => {
    await expectOneLine(
      write(JSON.stringify({ ...(await freeConnection()), transport: 'pigeon' })),
      /pigeon|transport/,
    );
  }, 30_000);
});

test.each(PORTS)(
  'a %s that is taken ends the kernel with one line that names it',
  async (name) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const file = write(JSON.stringify({ ...(await freeConnection()), [name]: port }));
    await expectOneLine(file, new RegExp(String(port)));
    server.close();
  },
  30_000,
);
