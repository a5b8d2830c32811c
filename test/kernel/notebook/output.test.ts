import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeEach(async () => {
  notebook = await NotebookProcess.start();
});
afterEach(() => {
  notebook.stop();
});

/** The process's memory at its largest, in bytes. */
function peakMemory(): number {
  const status = readFileSync(`/proc/${notebook.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

async function interrupt(cell: number): Promise<void> {
  notebook.tell({ type: 'interrupt' });
  notebook.tell({ type: 'abandon', calls: [], cell });
  await sleep(100);
  notebook.tell({ type: 'ping', request: cell });
  await notebook.message((message) => message.type === 'pong' && message.request === cell);
}

test('100,000 lines of one cell all arrive, in order, before it is done', async () => {
  const { cell } = await notebook.run('for (let i = 0; i < 100_000; i++) console.log(i)');
  const lines = notebook.written(cell).split('\n');
  expect(lines).toHaveLength(100_001);
  expect(lines.slice(0, -1).every((line, index) => line === String(index))).toBe(true);
});

test('50 MB written at once arrive', async () => {
  const { cell } = await notebook.run("process.stdout.write('x'.repeat(50 << 20)); console.log('end')");
  const text = notebook.written(cell);
  expect(text).toHaveLength((50 << 20) + 4);
  expect(text.endsWith('xend\n')).toBe(true);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a cell that prints for ever fills no memory while nothing is handed on, and can be interrupted', async () => {
  await notebook.run('');
  const before = peakMemory();
  notebook.tell({ type: 'hold' });
  const cell = notebook.send("for (;;) console.log('for ever and ever '.repeat(100))");
  await sleep(1500);
  expect(peakMemory() - before).toBeLessThan(100 << 20);
  notebook.tell({ type: 'interrupt' });
  notebook.tell({ type: 'abandon', calls: [], cell });
  await sleep(100);
  notebook.tell({ type: 'release-hold' });
  const { cell: next } = await notebook.run("console.log('alive')");
  expect(notebook.written(next)).toBe('alive\n');
  expect(notebook.written(cell).length).toBeGreaterThan(100_000);
});

test.each([
  'while (true) {}',
  'await 1; while (true) {}',
  'setTimeout(() => { while (true) {} }, 1)',
  'for (;;) await 1',
  'setImmediate(() => { while (true) {} })',
  'process.nextTick(() => { while (true) {} })',
  "require('node:fs').readFile('package.json', () => { while (true) {} })",
  'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  'for (;;) console.log(1)',
  "const tf = require('@tensorflow/tfjs'); for (;;) tf.tidy(() => tf.ones([9]).square())",
])('%s ends when interrupted, and the notebook lives on with its variables', async (code) => {
  await notebook.run('exports.kept = [1]');
  const cell = notebook.send(code);
  await sleep(300);
  await interrupt(cell);
  const { done, cell: next } = await notebook.run(
    "setTimeout(() => console.log('timer'), 1); await new Promise((resolve) => setTimeout(resolve, 20)); exports.last = exports.kept",
  );
  expect(done.result?.data).toEqual({ 'text/plain': '[ 1 ]' });
  expect(notebook.written(next)).toBe('timer\n');
});
