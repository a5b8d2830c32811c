/** Code that uses up what the machine has, or does not end. */
import { resultFor } from '../support/grading';
import { describeCampaign, wallSeconds, zeros, type Attack } from './campaign';

const cells: Readonly<Record<string, string>> = {
  'a loop': `for (;;);`,
  'a loop of promises': `const again = (): Promise<void> => Promise.resolve().then(again); await again();`,
  'a loop at the exit': `process.on('exit', () => { for (;;); }); process.exit(0);`,
  'a loop before the exit': `process.on('beforeExit', () => setTimeout(() => undefined, 1)); (process as any).reallyExit = () => { for (;;); };`,
  'a pattern that is looked for for ever': `/^(a+)+$/.test('a'.repeat(60) + 'b');`,
  'a wait': `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
  'a stop of itself': `process.kill(process.pid, 'SIGSTOP');`,
  'an end of everything': `process.kill(-1, 'SIGKILL'); process.kill(1, 'SIGKILL'); process.kill(process.ppid, 'SIGTERM');`,
  'an abort': `process.abort();`,
  'no more signals': `for (const name of Object.keys(require('os').constants.signals)) try { process.on(name as any, () => undefined); } catch {}`,
  'many buffers': `const all: Buffer[] = []; for (;;) all.push(Buffer.alloc(1 << 26, 1));`,
  'many objects': `const all: any[] = []; for (;;) all.push({ a: [all.length] });`,
  'a long text': `let text = 'x'; for (;;) { text += text; JSON.parse(JSON.stringify(text)); }`,
  'memory of WebAssembly': `const all: any[] = []; for (;;) { const one = new WebAssembly.Memory({ initial: 16000 }); new Uint8Array(one.buffer).fill(1); all.push(one); }`,
  'many tensors': `for (;;) tf.ones([1000, 1000]);`,
  'a stack without end': `const deeper = (n: number): number => 1 + deeper(n + 1); try { deeper(0); } catch {}`,
  'a full disk': `try { for (let i = 0; ; i++) require('fs').writeFileSync('/tmp/' + i, Buffer.alloc(1 << 22)); } catch {}`,
  'one large file': `const fd = require('fs').openSync('/tmp/large', 'w'); try { require('fs').ftruncateSync(fd, 2 ** 40); } catch {} try { for (;;) require('fs').writeSync(fd, Buffer.alloc(1 << 22)); } catch {}`,
  'many descriptors': `try { for (;;) require('fs').openSync('/dev/null', 'r'); } catch {}`,
  'many processes': `for (let i = 0; i < 100; i++) try { require('child_process').spawn('/grader/node', ['-e', 'for (;;);']); } catch {}`,
  'many threads': `for (let i = 0; i < 100; i++) try { new (require('worker_threads').Worker)('for (;;);', { eval: true }); } catch {}`,
  'much output': `for (;;) require('fs').writeSync(1, 'x'.repeat(1 << 20));`,
  'much output of errors': `for (;;) require('fs').writeSync(2, 'x'.repeat(1 << 20));`,
  'timers that nobody waits for': `for (let i = 0; i < 1000; i++) setInterval(() => undefined, 1).unref(); setInterval(() => Promise.reject(new Error('left behind')), 1);`,
  'errors from everywhere': `setTimeout(() => { throw new Error('later'); }, 1); queueMicrotask(() => { throw new Error('soon'); }); Promise.reject(1); process.nextTick(() => { throw null; });`,
};

const ends = ['graded', 'not-executed', 'crashed', 'timeout'];

describeCampaign(
  'exhaustion',
  Object.entries(cells).map(([name, cell]): Attack => ({ name, cell, answers: zeros, ends })),
  (run) => {
    test.each(['much output', 'much output of errors'])('%s is cut', (name) => {
      expect(resultFor(run(), name).output).toHaveLength(64 * 2 ** 10);
    });
  },
  wallSeconds.waiting,
);
