import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchProcess, type Allowance, type Exceeded, type Watch } from '../../lib/grader/src/sandbox/watch';

const describeWithProc = existsSync('/proc/self/stat') ? describe : describe.skip;

const ample: Allowance = { cpuSeconds: 1e6, memoryBytes: 2 ** 40, processes: 1000, threads: 1000 };

describeWithProc('a watch tells what is exceeded, without a /proc skipped', () => {
  let child: ChildProcess;
  let watch: Watch;

  /** What is exceeded first, by Node.js with a text; undefined if nothing is for two seconds. */
  async function firstExceeded(text: string, allowance: Partial<Allowance>): Promise<Exceeded | undefined> {
    child = spawn(process.execPath, ['-e', text], { stdio: 'ignore', detached: true });
    return Promise.race([
      new Promise<Exceeded>((resolve) => {
        watch = watchProcess(child.pid ?? 0, { ...ample, ...allowance }, resolve);
      }),
      sleep(allowance === ample ? 2000 : 30_000, undefined, { ref: false }),
    ]);
  }

  afterEach(() => {
    watch.end();
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  });

  const children = `const { spawn } = require('child_process'); for (let i = 0; i < 3; i++) spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)']); setTimeout(() => {}, 1e6);`;
  test.each<[Exceeded, string, string, Partial<Allowance>]>([
    ['cpu', 'computing', 'for (;;);', { cpuSeconds: 0.5 }],
    [
      'memory',
      'filling memory',
      'globalThis.all = Buffer.alloc(3e8, 1); setTimeout(() => {}, 1e6);',
      { memoryBytes: 2e8 },
    ],
    ['processes', 'children', children, { processes: 3 }],
    ['processes', 'threads', 'setTimeout(() => {}, 1e6);', { threads: 2 }],
  ])('%s: %s', async (what, _, text, allowance) => {
    expect(await firstExceeded(text, allowance)).toBe(what);
  });

  test('nothing, where all is ample', async () => {
    expect(await firstExceeded(children, ample)).toBeUndefined();
  });
});
