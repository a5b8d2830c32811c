import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from '../client';
import { result, runAll, testTypeScript, useKernel, wrote } from '../harness';

const kernel = useKernel();

const model = (backend: string): string => `import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
await tf.setBackend('${backend}');
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [8] })] });
model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
const [xs, ys] = [tf.randomNormal([64, 8]), tf.randomNormal([64, 1])];
const optimizer = tf.train.sgd(1e-3);
const weights = tf.variable(tf.zeros([8, 1]));
const step = () => optimizer.minimize(() => tf.losses.meanSquaredError(ys, tf.matMul(xs, weights)) as tf.Scalar);`;

/** Runs a cell that prints `go`, interrupts it, and expects it to be told as interrupted. */
async function interrupt(code: string, after: number): Promise<Outcome> {
  const from = kernel().messages.length;
  const running = kernel().execute(code);
  await wrote(kernel(), 'go', from);
  await pause(after);
  await kernel().interrupt();
  const outcome = await running;
  expect(outcome.reply).toMatchObject({
    status: 'error',
    ename: expect.stringMatching(/Interrupt|Cancelled/) as string,
  });
  return outcome;
}

describe('training goes on after an interrupt', () => {
  testTypeScript.each(['wasm', 'cpu'])(
    'model.fit of the same model on %s, five times',
    async (backend) => {
      await runAll(kernel(), model(backend));
      for (let time = 0; time < 5; time++) {
        await interrupt(`console.log('go'); await model.fit(xs, ys, { epochs: 1e6, verbose: 0 });`, 150 + 60 * time);
      }
      const fitted = await runAll(kernel(), `(await model.fit(xs, ys, { epochs: 2, verbose: 0 })).epoch`);
      expect(result(fitted)).toBe('[ 0, 1 ]');
    },
    120_000,
  );

  testTypeScript.each(['wasm', 'cpu'])(
    'a loop of optimizer steps on %s, ended in the middle of one, five times',
    async (backend) => {
      await runAll(kernel(), model(backend), 'step(); const before = tf.memory().numTensors;');
      for (let time = 0; time < 5; time++) await interrupt(`console.log('go'); for (;;) step();`, 100 + 30 * time);
      // An interrupted step may leave some of its tensors; without a mended engine no gradient is found, or all later ones stay.
      const leaked = await runAll(kernel(), 'for (let i = 0; i < 10; i++) step(); tf.memory().numTensors - before');
      expect(Number(result(leaked))).toBeLessThan(25);
    },
    120_000,
  );

  testTypeScript(
    'a tidy of the reader that was left open by an interrupt frees what it made',
    async () => {
      await runAll(kernel(), model('cpu'), 'const before = tf.memory().numTensors;');
      await interrupt(`tf.tidy(() => { tf.ones([3]); tf.ones([4]); console.log('go'); for (;;); });`, 50);
      expect(result(await runAll(kernel(), 'tf.memory().numTensors - before'))).toBe('0');
    },
    60_000,
  );
});

testTypeScript(
  'an interrupted cell that awaits step by step runs its finally, and names the place',
  async () => {
    await runAll(kernel(), 'let cleaned = false;');
    const outcome = await interrupt(
      `console.log('go');
try {
  for (;;) await new Promise((resolve) => setTimeout(resolve, 5));
} finally {
  cleaned = true;
}`,
      50,
    );
    expect((outcome.reply.traceback as string[]).join('\n')).toContain('line 3');
    expect(result(await kernel().execute('cleaned'))).toBe('true');
  },
  30_000,
);

testTypeScript(
  'a cell that answers an interrupt by an error of its own was interrupted all the same',
  async () => {
    await interrupt(
      `console.log('go');
try {
  for (;;) await new Promise((resolve) => setTimeout(resolve, 5));
} catch (error) {
  throw new TypeError('it failed', { cause: error });
}`,
      50,
    );
  },
  30_000,
);

testTypeScript(
  'what an interrupted cell runs beside what it awaits ends without a word',
  async () => {
    const outcome = await interrupt(
      `const beside = async (): Promise<never> => { for (;;) await new Promise((resolve) => setTimeout(resolve, 5)); };
void beside();
console.log('go');
await new Promise(() => undefined);`,
      50,
    );
    await pause(200);
    expect(outcome.outputs.filter(({ type, content }) => type === 'stream' && content.name === 'stderr')).toEqual([]);
  },
  30_000,
);
