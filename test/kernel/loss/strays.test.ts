import { setTimeout as pause } from 'node:timers/promises';
import { cell, result, testTypeScript, useKernel } from '../harness';
import type { Message } from '../client';

const kernel = useKernel();

/** What came on iopub for a cell by a moment after it ended, and whether the kernel lives. */
async function everythingOf(code: string): Promise<Message[]> {
  const from = kernel().messages.length;
  const { outputs } = await kernel().execute(code);
  await pause(300);
  expect(result(await kernel().execute('40 + 2'))).toBe('42');
  const [first] = outputs;
  return kernel()
    .messages.slice(from)
    .filter(({ parent }) => parent === first?.parent);
}

/** Whether the stray error is told in the cell, on stderr or as an error message. */
const told = (messages: readonly Message[], text: string): boolean =>
  messages.some(
    ({ type, content }) =>
      ((type === 'stream' && content.name === 'stderr') || type === 'error') && JSON.stringify(content).includes(text),
  );

const strays: [string, string][] = [
  ['a floating rejection', `Promise.reject(new Error('lost one')); 1`],
  ['a throw in then', `Promise.resolve().then(() => { throw new Error('lost one'); }); 1`],
  ['a throw in a timer', `setTimeout(() => { throw new Error('lost one'); }, 20); 1`],
  ['a throw in a microtask', `queueMicrotask(() => { throw new Error('lost one'); }); 1`],
  [
    'a throw in a listener',
    `import { EventEmitter } from 'node:events'; const emitter = new EventEmitter(); emitter.on('x', () => { throw new Error('lost one'); }); setImmediate(() => emitter.emit('x')); 1`,
  ],
  [
    'an error event that nobody listens to',
    `import { EventEmitter } from 'node:events'; setTimeout(() => new EventEmitter().emit('error', new Error('lost one')), 10); 1`,
  ],
];

describe('told in the cell that caused it, and the kernel lives', () => {
  testTypeScript.each(strays)('%s', async (_, code) => {
    expect(told(await everythingOf(code), 'lost one')).toBe(true);
  });

  testTypeScript('a rejection that is no error', async () => {
    expect(told(await everythingOf(`Promise.reject({ reason: 'lost one' }); 1`), 'lost one')).toBe(true);
  });

  testTypeScript('a rejection that is handled later is not told as lost for ever, and harms nothing', async () => {
    const code = `const late = Promise.reject(new Error('handled')); setTimeout(() => late.catch(() => undefined), 50); 1`;
    await everythingOf(code);
  });

  testTypeScript.each([
    ['process.exit(0)', 'process.exit(0);'],
    ['process.exit(3) after an await', 'await null; process.exit(3);'],
    ['process.exit() in a timer', 'setTimeout(() => process.exit(), 20); 1'],
  ])('%s', async (_, code) => {
    const messages = await everythingOf(code);
    expect(told(messages, 'exit')).toBe(true);
  });

  test('an exit, as the language has it', async () => {
    const code = cell({ typescript: 'process.exit(1)', deno: 'Deno.exit(1)', python: 'import sys; sys.exit(1)' });
    await everythingOf(code);
  });
});

describe('with TensorFlow.js on WASM, whose own listeners throw again', () => {
  const load = `import * as tf from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-backend-wasm'; await tf.setBackend('wasm'); tf.getBackend()`;

  testTypeScript.each(strays.slice(0, 3))(
    '%s',
    async (_, code) => {
      expect(result(await kernel().execute(load))).toBe(`'wasm'`);
      expect(told(await everythingOf(code), 'lost one')).toBe(true);
    },
    60_000,
  );

  testTypeScript(
    'after the backend is disposed of, which removes all listeners',
    async () => {
      await kernel().execute(load);
      await kernel().execute(`tf.removeBackend('wasm')`);
      expect(told(await everythingOf(`Promise.reject(new Error('lost one')); 1`), 'lost one')).toBe(true);
    },
    60_000,
  );
});
