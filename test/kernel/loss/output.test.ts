import { cell, result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, written } from '../outputs';

const kernel = useKernel();
const numbers = (count: number): string => Array.from({ length: count }, (_, i) => `${i}\n`).join('');

test('100,000 lines from one cell all arrive, in order, before idle', async () => {
  const code = cell({
    typescript: 'for (let i = 0; i < 100_000; i++) console.log(i);',
    python: 'for i in range(100_000): print(i)',
  });
  const outcome = await kernel().execute(code);
  expect(written(outcome, 'stdout')).toBe(numbers(100_000));
  expect(outcome.outputs.at(-1)?.content).toEqual({ execution_state: 'idle' });
}, 120_000);

test('they come in fewer messages than JupyterLab drops', async () => {
  const code = cell({
    typescript: 'for (let i = 0; i < 20_000; i++) console.log(i);',
    python: 'for i in range(20_000): print(i)',
  });
  const started = performance.now();
  const outcome = await kernel().execute(code);
  const seconds = (performance.now() - started) / 1000;
  expect(written(outcome, 'stdout')).toBe(numbers(20_000));
  expect(outcome.outputs.length).toBeLessThan(1000 * Math.max(1, seconds));
}, 120_000);

test('50 MB in one output arrive whole, before idle', async () => {
  const code = cell({
    typescript: `({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'x', 'text/html': 'aé'.repeat(25_000_000) }) })`,
    tslab: `import * as tslab from 'tslab'; tslab.display.html('aé'.repeat(25_000_000));`,
    python: `from IPython.display import HTML, display; display(HTML('aé' * 25_000_000))`,
  });
  const { outputs } = await runAll(kernel(), code);
  const shown = outputs.find(({ type }) => type === 'execute_result' || type === 'display_data');
  const html = (shown?.content.data as Record<string, unknown> | undefined)?.['text/html'];
  expect(html === 'aé'.repeat(25_000_000)).toBe(true);
}, 180_000);

test('50 MB written at once to stdout arrive whole, before idle', async () => {
  const code = cell({
    typescript: `process.stdout.write('0123456789'.repeat(5_000_000)); console.log('end');`,
    deno: `console.log('0123456789'.repeat(5_000_000) + 'end');`,
    python: `import sys; sys.stdout.write('0123456789' * 5_000_000); print('end')`,
  });
  const text = written(await kernel().execute(code), 'stdout');
  expect(text.length).toBe(50_000_004);
  expect(text === `${'0123456789'.repeat(5_000_000)}end\n`).toBe(true);
}, 180_000);

test('5,000 displays of one cell all arrive, in order', async () => {
  const code = cell({
    typescript: `import * as tslab from 'tslab'; for (let i = 0; i < 5000; i++) tslab.display.text(String(i));`,
    deno: `for (let i = 0; i < 5000; i++) await Deno.jupyter.display({ 'text/plain': String(i) }, { raw: true });`,
    python: `from IPython.display import display\nfor i in range(5000): display({'text/plain': str(i)}, raw=True)`,
  });
  const { outputs } = await kernel().execute(code);
  const texts = contents(outputs, 'display_data').map(({ data }) => (data as Record<string, unknown>)['text/plain']);
  expect(texts).toEqual(Array.from({ length: 5000 }, (_, i) => String(i)));
}, 120_000);

test('2,000 quick cells sent at once are all answered, in order, each between its busy and idle', async () => {
  await runAll(kernel(), '0');
  const from = kernel().messages.length;
  const outcomes = await Promise.all(Array.from({ length: 2000 }, (_, i) => kernel().execute(`${i}`)));
  expect(outcomes.map(result)).toEqual(Array.from({ length: 2000 }, (_, i) => `${i}`));
  const states = contents(kernel().messages.slice(from), 'status').map(({ execution_state }) => execution_state);
  expect(states.slice(0, 4000)).toEqual(Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 'busy' : 'idle')));
}, 300_000);

test('stdout, stderr, displays and the result keep their order', async () => {
  const code = cell({
    typescript: `import * as tslab from 'tslab'; console.log('a'); console.error('b'); console.log('c'); tslab.display.html('<i>d</i>'); console.log('e'); 7`,
    deno: `console.log('a'); console.error('b'); console.log('c'); await Deno.jupyter.display({ 'text/html': 'd' }, { raw: true }); console.log('e'); 7`,
    python: `import sys\nfrom IPython.display import HTML, display\nprint('a'); print('b', file=sys.stderr); print('c'); display(HTML('<i>d</i>')); print('e')\n7`,
  });
  const { outputs } = await runAll(kernel(), code);
  const order = outputs
    .filter(({ type }) => ['stream', 'display_data', 'execute_result'].includes(type))
    .map(({ type, content }) => (type === 'stream' ? String(content.text).trim() : type));
  expect(order).toEqual(['a', 'b', 'c', 'display_data', 'e', 'execute_result']);
}, 60_000);

test('the first line of a long cell arrives while the cell computes', async () => {
  const code = cell({
    typescript: `console.log('first'); for (const end = Date.now() + 2000; Date.now() < end; ); console.log('last');`,
    python: `import time\nprint('first')\nend = time.time() + 2\nwhile time.time() < end: pass\nprint('last')`,
  });
  const from = kernel().messages.length;
  let over = false;
  const running = kernel().execute(code);
  void running.then(() => (over = true));
  await kernel().until(({ type, content }) => type === 'stream' && String(content.text).includes('first'), from);
  expect(over).toBe(false);
  expect(written(await running, 'stdout')).toBe('first\nlast\n');
}, 60_000);

testTypeScript('characters whose bytes are written apart stay whole', async () => {
  const code = `process.stdout.write(Buffer.from([0xc3])); process.stdout.write(Buffer.from([0xa7, 0xf0, 0x9f])); process.stdout.write(Buffer.from([0x98, 0x80]));`;
  expect(written(await runAll(kernel(), code), 'stdout')).toBe('ç😀');
});

testTypeScript('write calls back, and a stream piped to stdout ends', async () => {
  const code = `import { Readable } from 'node:stream';
await new Promise<void>((done) => process.stdout.write('a', () => done()));
await new Promise<void>((done) => Readable.from(['b', 'c']).on('end', () => done()).pipe(process.stdout, { end: false }));
process.stdout.write('d');`;
  expect(written(await runAll(kernel(), code), 'stdout')).toBe('abcd');
});
