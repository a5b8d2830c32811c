import { setTimeout as pause } from 'node:timers/promises';
import { cell, result, runAll, testTypeScript, useKernel, wrote } from '../harness';
import { contents } from '../outputs';
import type { Outcome } from '../client';

const kernel = useKernel();

/** Runs a cell that prints `go`, interrupts it, and gives what came of it. */
async function interrupted(code: string, after = 0): Promise<Outcome> {
  const from = kernel().messages.length;
  const running = kernel().execute(code);
  await wrote(kernel(), 'go', from);
  await pause(after);
  await kernel().interrupt();
  return running;
}

const state = cell({ typescript: 'let state = 41;', python: 'state = 41' });

/** The cell ended with an error message, its reply says so, and the variables are still there. */
async function expectStopped(outcome: Outcome): Promise<void> {
  expect(outcome.reply.status).toBe('error');
  expect(contents(outcome.outputs, 'error')).toHaveLength(1);
  expect(String(outcome.reply.ename)).toMatch(/Interrupt|Cancelled/);
  expect(result(await kernel().execute('state + 1'))).toBe('42');
}

const loops: [name: string, typescript: string, python?: string, deno?: string][] = [
  ['while(true){}', `console.log('go'); while (true) {}`, `print('go', flush=True)\nwhile True: pass`],
  [
    'await 1; while(true){}',
    `console.log('go'); await 1; while (true) {}`,
    `import asyncio\nprint('go', flush=True)\nawait asyncio.sleep(0)\nwhile True: pass`,
  ],
  [
    'a busy timer',
    `console.log('go'); setTimeout(() => { while (true) {} }); await new Promise(() => undefined);`,
    `print('go', flush=True)\nasyncio = __import__('asyncio')\nasyncio.get_running_loop().call_soon(lambda: [None for _ in iter(int, 1)])\nawait asyncio.sleep(1e6)`,
  ],
  ['a busy promise callback', `console.log('go'); await Promise.resolve().then(() => { while (true) {} });`],
  [
    'a promise that never comes',
    `console.log('go'); await new Promise(() => undefined);`,
    `import asyncio\nprint('go', flush=True)\nawait asyncio.Future()`,
  ],
  [
    'a loop that awaits for ever',
    `console.log('go'); while (true) await new Promise((r) => setTimeout(r, 1));`,
    `import asyncio\nprint('go', flush=True)\nwhile True: await asyncio.sleep(.001)`,
  ],
  ['a loop of microtasks', `console.log('go'); while (true) await null;`],
  ['a loop in a function of an earlier cell', `console.log('go'); spin();`],
  ['a regular expression that backtracks for ever', `console.log('go'); /^(a+)+$/.test('a'.repeat(40) + 'b');`],
  [
    'a loop that catches everything',
    `console.log('go'); while (true) { try { while (true) {} } catch {} finally { while (true) {} } }`,
  ],
  ['Atomics.wait', `console.log('go'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`],
  [
    'a cell that prints for ever',
    `console.log('go'); while (true) console.log('more');`,
    `print('go', flush=True)\nwhile True: print('more')`,
  ],
];

describe('an interrupt stops', () => {
  test.each(loops.filter(([, , python]) => python))(
    '%s, and the variables stay',
    async (_, typescript, python) => {
      await runAll(kernel(), state);
      await expectStopped(await interrupted(cell({ typescript, ...(python && { python }) }), 150));
    },
    30_000,
  );

  testTypeScript.each(loops.filter(([, , python]) => !python))(
    '%s, and the variables stay',
    async (_, code) => {
      await runAll(kernel(), state, 'function spin(): never { for (;;) Math.random(); }');
      await expectStopped(await interrupted(code, 150));
    },
    30_000,
  );
});

describe('an interrupt stops a training loop between steps', () => {
  const model = (backend: string): string => `import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
await tf.setBackend('${backend}');
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const [xs, ys] = [tf.randomNormal([64, 8]), tf.randomNormal([64, 1])];
let steps = 0;`;
  const fit = `console.log('go'); await model.fit(xs, ys, { epochs: 1e6, verbose: 0, callbacks: { onBatchEnd: () => { steps++; } } });`;
  const byHand = `console.log('go'); for (;;) { tf.tidy(() => xs.matMul(tf.ones([8, 1])).sub(ys).square().mean().dataSync()); steps++; }`;

  testTypeScript.each([
    ['model.fit on WASM', 'wasm', fit],
    ['model.fit on the CPU', 'cpu', fit],
    ['synchronous steps on WASM', 'wasm', byHand],
  ])(
    '%s',
    async (_, backend, loop) => {
      await runAll(kernel(), state, model(backend));
      await expectStopped(await interrupted(loop, 1000));
      const steps = Number(result(await kernel().execute('steps')));
      expect(steps).toBeGreaterThan(0);
      await pause(500);
      // The loop is gone, not only its cell.
      const before = Number(result(await kernel().execute('steps')));
      await pause(500);
      expect(Number(result(await kernel().execute('steps')))).toBe(before);
      // The backend still works.
      expect(result(await kernel().execute('tf.tensor1d([1, 2]).sum().dataSync()[0]'))).toBe('3');
    },
    120_000,
  );

  testTypeScript(
    'native TensorFlow, where it is built',
    async () => {
      const native = `import { ready } from 'lossbook'; const chosen = await ready('tensorflow').then(() => 'native', () => 'none'); chosen`;
      const found = result(await runAll(kernel(), state, native));
      if (found !== `'native'`) {
        console.log('native TensorFlow is not built here (npm run native): nothing was interrupted');
        return;
      }
      await runAll(
        kernel(),
        `import * as tf from '@tensorflow/tfjs'; let steps = 0; const xs = tf.randomNormal([64, 8]);`,
      );
      await expectStopped(
        await interrupted(
          `console.log('go'); for (;;) { tf.tidy(() => xs.square().mean().dataSync()); steps++; }`,
          1000,
        ),
      );
    },
    120_000,
  );
});

test('cells that wait behind an interrupted one are aborted, later ones run', async () => {
  await runAll(kernel(), state);
  const from = kernel().messages.length;
  const running = kernel().execute(
    cell({ typescript: `console.log('go'); while (true) {}`, python: `print('go', flush=True)\nwhile True: pass` }),
  );
  const waiting = kernel().execute('1');
  await wrote(kernel(), 'go', from);
  await kernel().interrupt();
  expect((await running).reply.status).toBe('error');
  expect((await waiting).reply.status).toBe('aborted');
  expect((await kernel().execute('1')).reply.status).toBe('ok');
}, 30_000);

test('an interrupt of an idle kernel harms nothing, ten of them neither', async () => {
  await runAll(kernel(), state);
  for (let i = 0; i < 10; i++) await kernel().interrupt();
  await pause(200);
  expect(result(await kernel().execute('state'))).toBe('41');
}, 30_000);

test('twenty interrupts in a row, each of its own cell', async () => {
  await runAll(kernel(), state);
  for (let i = 0; i < 20; i++) {
    await expectStopped(
      await interrupted(
        cell({ typescript: `console.log('go'); while (true) {}`, python: `print('go', flush=True)\nwhile True: pass` }),
      ),
    );
  }
}, 60_000);

test('interrupt_request is answered on control', async () => {
  const { reply } = await kernel().request('interrupt_request', {}, { channel: 'control' });
  expect(reply).toMatchObject({ msg_type: 'interrupt_reply', status: 'ok' });
}, 15_000);

test('SIGINT interrupts as well', async () => {
  await runAll(kernel(), state);
  const from = kernel().messages.length;
  const running = kernel().execute(
    cell({ typescript: `console.log('go'); while (true) {}`, python: `print('go', flush=True)\nwhile True: pass` }),
  );
  await wrote(kernel(), 'go', from);
  kernel().process.kill('SIGINT');
  await expectStopped(await running);
}, 30_000);

testTypeScript(
  'output of the interrupted cell comes before its error',
  async () => {
    const outcome = await interrupted(`console.log('go'); console.log('more'); while (true) {}`, 100);
    const types = outcome.outputs.map(({ type }) => type).filter((type) => type === 'stream' || type === 'error');
    expect(types.at(-1)).toBe('error');
    expect(
      contents(outcome.outputs, 'stream')
        .map(({ text }) => text)
        .join(''),
    ).toBe('go\nmore\n');
  },
  30_000,
);

testTypeScript(
  'what an interrupted cell was doing later is given up',
  async () => {
    await runAll(kernel(), 'let ticks = 0;');
    await interrupted(`console.log('go'); while (true) { ticks++; await new Promise((r) => setTimeout(r, 5)); }`, 200);
    const before = Number(result(await kernel().execute('ticks')));
    await pause(300);
    expect(Number(result(await kernel().execute('ticks')))).toBe(before);
  },
  30_000,
);
