import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchProcess, type Watch } from '../../lib/grader/src/sandbox/watch';

const describeWithProc = existsSync('/proc/self/stat') ? describe : describe.skip;

describeWithProc('a watch tells a process that computes from one that waits, without a /proc skipped', () => {
  let child: ChildProcessByStdio<null, Readable, null>;
  let watch: Watch;
  const exceeded = jest.fn();

  /** Starts Node.js with a text and watches it from when the text begins. */
  async function watched(text: string): Promise<void> {
    child = spawn(process.execPath, ['-e', `console.log('ready'); ${text}`], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    watch = watchProcess(child.pid ?? 0, { cpuSeconds: 1e6, memoryBytes: 2 ** 40 }, exceeded);
    watch.watchWork();
    await sleep(1000);
  }

  afterEach(() => {
    watch.end();
    child.kill('SIGKILL');
    expect(exceeded).not.toHaveBeenCalled();
  });

  test.each([
    ['a loop', 'for (;;);', true],
    ['a loop of promises', 'const again = () => Promise.resolve().then(again); again();', true],
    ['a timer that never fires', 'setTimeout(() => {}, 1e6);', false],
    ['a lock that nobody opens', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);', false],
  ])('%s', async (_name, text, isWorking) => {
    await watched(text);
    expect(watch.isWorking()).toBe(isWorking);
  });

  test('what it did before does not count', async () => {
    await watched('const end = Date.now() + 800; while (Date.now() < end); setTimeout(() => {}, 1e6);');
    watch.watchWork();
    expect(watch.isWorking()).toBe(false);
    await sleep(600);
    expect(watch.isWorking()).toBe(false);
  });
});
