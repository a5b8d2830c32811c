import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freeConnection } from '../../../lib/bench/src/kernel/connection';
import { kernelSpec } from '../../../lib/kernel/src/kernel-spec';
import { ROOT } from '../client';

/** Starts a kernel, says its number, and ends when told. */
const PARENT = `
const { spawn } = require('node:child_process');
const [program, ...args] = JSON.parse(process.argv[1]);
const env = { ...process.env, ...(process.argv[2] === 'jupyter' && { JPY_PARENT_PID: String(process.pid) }) };
const kernel = spawn(program, args, { env, detached: true, stdio: 'ignore' });
console.log(kernel.pid);
setTimeout(() => process.exit(), 3000);
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each([
  ['jupyter', false],
  ['somebody', true],
])(
  'when %s, who started the kernel, has ended, the kernel lives on: %p',
  async (who, livesOn) => {
    const folder = mkdtempSync(path.join(ROOT, 'test/kernel/.notebook-'));
    const file = path.join(folder, 'connection.json');
    writeFileSync(file, JSON.stringify(await freeConnection()));
    const { argv } = kernelSpec({ node: process.execPath, main: path.join(ROOT, 'lib/kernel/dist/main.js') });
    const words = argv.map((word) => word.replace('{connection_file}', file));
    const env = { ...process.env, JUPYTER_DATA_DIR: folder };
    const parent = spawn(process.execPath, ['-e', PARENT, JSON.stringify(words), who], { cwd: folder, env });
    const [text] = (await once(parent.stdout, 'data')) as [Buffer];
    const kernel = Number(String(text));
    try {
      await once(parent, 'exit');
      for (let tries = 0; tries < (livesOn ? 40 : 150) && isAlive(kernel); tries++) await pause(100);
      expect(isAlive(kernel)).toBe(livesOn);
    } finally {
      if (isAlive(kernel)) process.kill(kernel, 'SIGKILL');
      await pause(100);
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
