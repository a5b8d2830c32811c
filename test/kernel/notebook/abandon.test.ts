import { setTimeout as sleep } from 'node:timers/promises';
import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeAll(async () => {
  notebook = await NotebookProcess.start();
});
afterAll(() => {
  notebook.stop();
});

test.each([
  ["for (;;) { await new Promise((resolve) => setTimeout(resolve, 5)); console.log('again') }"],
  ["setInterval(() => console.log('again'), 5); await new Promise(() => {})"],
  ["const { setTimeout } = require('node:timers/promises'); for (;;) { await setTimeout(5); console.log('again') }"],
  ["const wait = require('node:util').promisify(setTimeout); for (;;) { await wait(5); console.log('again') }"],
  ["for (;;) { await require('node:fs/promises').readFile('package.json'); console.log('again') }"],
  [
    "const tf = require('@tensorflow/tfjs'); const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });" +
      "model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });" +
      "await model.fit(tf.ones([64, 1]), tf.ones([64, 1]), { epochs: 1e6, batchSize: 1, verbose: 0, callbacks: { onBatchEnd: () => console.log('again') } });",
  ],
])('what awaits does not go on when interrupted: %s', async (code) => {
  await notebook.run('exports.kept = 1');
  const cell = notebook.send(code);
  await notebook.message((message) => message.type === 'stream' && message.cell === cell);
  await sleep(50);
  notebook.tell({ type: 'abandon', calls: [], cell });
  notebook.tell({ type: 'ping', request: cell });
  await notebook.message((message) => message.type === 'pong' && message.request === cell);
  await sleep(500);
  const before = notebook.written(cell).length;
  const { done } = await notebook.run(
    'await new Promise((resolve) => setTimeout(resolve, 100)); exports.last = exports.kept',
  );
  expect(done.result?.data).toEqual({ 'text/plain': '1' });
  expect(notebook.written(cell).length).toBe(before);
  expect(notebook.messages.some((message) => message.type === 'done' && message.cell === cell)).toBe(false);
});

test('after an interrupt of a loop, what the kernel itself awaits is not taken for the cell’s', async () => {
  const cell = notebook.send('await 1; while (true) {}');
  await sleep(100);
  notebook.tell({ type: 'interrupt' });
  await sleep(50);
  notebook.tell({ type: 'abandon', calls: [], cell });
  const { done } = await notebook.run('await 1; exports.last = 2');
  expect(done.result?.data).toEqual({ 'text/plain': '2' });
});

test('timers of other cells go on', async () => {
  const { cell: other } = await notebook.run("exports.timer = setInterval(() => console.log('mine'), 5)");
  const cell = notebook.send('await new Promise(() => {})');
  notebook.tell({ type: 'abandon', calls: [], cell });
  notebook.tell({ type: 'ping', request: cell });
  await notebook.message((message) => message.type === 'pong' && message.request === cell);
  const before = notebook.messages.length;
  while (!notebook.messages.slice(before).some((message) => message.type === 'stream' && message.cell === other))
    await sleep(5);
  await notebook.run('clearInterval(exports.timer)');
});

test('a module whose import was interrupted is imported anew', async () => {
  const file = JSON.stringify(require.resolve('./host/endless.cjs'));
  const cell = notebook.send(`globalThis.endless = true; require(${file})`);
  await sleep(200);
  notebook.tell({ type: 'interrupt' });
  await sleep(100);
  notebook.tell({ type: 'abandon', calls: [], cell });
  const { done } = await notebook.run(`globalThis.endless = false; exports.last = require(${file})`);
  expect(done.result?.data).toEqual({ 'text/plain': '{ whole: true }' });
});

test('a TypeScript file beside the notebook: loaded once, anew when it changed, or when its import was interrupted', async () => {
  const path = '/nowhere/beside.js';
  const beside = (data: string): object => ({ sideOutputs: [{ path, data }] });
  const load = `exports.last = require('${path}').value`;
  expect(
    (await notebook.run(load, beside('exports.value = globalThis.loads = (globalThis.loads ?? 0) + 1'))).done.result
      ?.data,
  ).toEqual({ 'text/plain': '1' });
  expect((await notebook.run(load)).done.result?.data).toEqual({ 'text/plain': '1' });
  const endless = beside('exports.value = 1; while (globalThis.loads < 2) {} exports.value = 2');
  const cell = notebook.send(load, endless);
  await sleep(200);
  notebook.tell({ type: 'interrupt' });
  await sleep(100);
  notebook.tell({ type: 'abandon', calls: [], cell });
  expect((await notebook.run(`globalThis.loads = 2; ${load}`)).done.result?.data).toEqual({ 'text/plain': '2' });
});
