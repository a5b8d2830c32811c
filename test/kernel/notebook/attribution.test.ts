import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeAll(async () => {
  notebook = await NotebookProcess.start();
});
afterAll(() => {
  notebook.stop();
});

const strays = (cell: number): unknown[] =>
  notebook.messages.flatMap((message) =>
    message.type === 'stray-error' && message.cell === cell ? [`${message.error.ename}: ${message.error.evalue}`] : [],
  );

test('what a cell writes comes with its number, in order, before it is done', async () => {
  const { cell, messages } = await notebook.run(`
    console.log('a', { b: 1 }); console.error('c');
    process.stdout.write('d'); process.stdout.write(Buffer.from('é').subarray(0, 1)); process.stdout.write(Buffer.from('é').subarray(1));
    process.stderr.write('e', 'utf8', () => console.log('written'));`);
  expect(
    messages.map((message) => (message.type === 'stream' ? `${message.name} ${message.text}` : message.type)),
  ).toEqual(['stdout a { b: 1 }\n', 'stderr c\n', 'stdout d', 'stdout é', 'stderr e', 'stdout written\n', 'done']);
  expect(messages.every((message) => 'cell' in message && message.cell === cell)).toBe(true);
});

test('what timers, promises and callbacks of an earlier cell write during a later one is the earlier one’s', async () => {
  const { cell: earlier } = await notebook.run(`
    const lines = (n) => console.log('earlier', n);
    setTimeout(lines, 30, 'timer');
    const repeat = setInterval(() => { lines('interval'); clearInterval(repeat); }, 30);
    (async () => { await new Promise((resolve) => setTimeout(resolve, 40)); lines('async'); })();
    require('node:fs').readFile('package.json', () => setTimeout(lines, 40, 'callback'));
    require('node:child_process').execFile(process.execPath, ['-v'], () => lines('child'));`);
  const { cell: later } = await notebook.run(`
    for (let i = 0; i < 30; i++) { console.log('later'); await new Promise((resolve) => setTimeout(resolve, 10)); }`);
  expect(notebook.written(later)).toBe('later\n'.repeat(30));
  expect(notebook.written(earlier).split('\n').sort()).toEqual(
    ['', 'earlier async', 'earlier callback', 'earlier child', 'earlier interval', 'earlier timer'].sort(),
  );
});

test('floating rejections of a cell are reported in it before it is done', async () => {
  const { cell, messages, done } = await notebook.run(`
    Promise.reject(new Error('one')); Promise.resolve().then(() => { throw new TypeError('two'); });
    (async () => { await 1; throw new Error('three'); })(); exports.last = 5;`);
  expect(strays(cell)).toEqual(['Error: one', 'TypeError: two', 'Error: three']);
  expect(messages.at(-1)).toBe(done);
  expect(done.result?.data).toEqual({ 'text/plain': '5' });
});

test('errors of timers and the like are reported in the cell that caused them, and the notebook lives', async () => {
  const { cell: earlier } = await notebook.run(`
    setTimeout(() => { throw new Error('timer'); }, 10);
    setTimeout(() => Promise.reject(new Error('rejection')), 20);
    require('node:fs').readFile('/nowhere', (error) => { throw error; });
    setTimeout(() => new (require('node:events'))().emit('error', new Error('event')), 30);
    setImmediate(() => { throw undefined; });`);
  const { cell: later } = await notebook.run('await new Promise((resolve) => setTimeout(resolve, 100))');
  expect(strays(later)).toEqual([]);
  expect(strays(earlier).sort()).toEqual(
    [
      'Uncaught: undefined',
      "Error: ENOENT: no such file or directory, open '/nowhere'",
      'Error: timer',
      'Error: rejection',
      'Error: event',
    ].sort(),
  );
});

test('a throw in a microtask is reported in the cell that runs', async () => {
  const { cell } = await notebook.run("queueMicrotask(() => { throw new Error('micro'); })");
  expect(strays(cell)).toEqual(['Error: micro']);
});

test('listeners that throw again, and cells that remove all listeners or replace emit, change nothing', async () => {
  await notebook.run(`
    process.on('unhandledRejection', (reason) => { throw reason; });
    process.on('uncaughtException', (error) => { throw error; });`);
  const { cell } = await notebook.run("Promise.reject(new Error('one'))");
  expect(strays(cell)).toEqual(['Error: one']);
  await notebook.run(`
    process.removeAllListeners(); process.removeAllListeners('unhandledRejection');
    const emit = process.emit; process.emit = function (...args) { return emit.apply(this, args); };`);
  const { cell: next } = await notebook.run("Promise.reject(new Error('two')); setTimeout(() => { throw 3 }, 1)");
  await notebook.run('await new Promise((resolve) => setTimeout(resolve, 50))');
  expect(strays(next)).toEqual(['Error: two', 'Uncaught: 3']);
});

test('the listeners of TensorFlow.js’ WASM backend do not end the notebook', async () => {
  const { done } = await notebook.run(`
    const tf = require('@tensorflow/tfjs'); const wasm = require('@tensorflow/tfjs-backend-wasm');
    await tf.setBackend('wasm'); await tf.ready(); exports.last = tf.getBackend();`);
  expect(done.result?.data).toEqual({ 'text/plain': "'wasm'" });
  const { cell } = await notebook.run(
    "Promise.reject(new Error('floating')); setTimeout(() => { throw new Error('timer') }, 5)",
  );
  await notebook.run(
    'await new Promise((resolve) => setTimeout(resolve, 50)); require("@tensorflow/tfjs").removeBackend("wasm")',
  );
  expect(strays(cell)).toEqual(['Error: floating', 'Error: timer']);
  const { cell: after } = await notebook.run("Promise.reject(new Error('after'))");
  expect(strays(after)).toEqual(['Error: after']);
});

test.each([
  ['process.exit(0)', 'process.exit() would end the kernel'],
  ['process.abort()', 'process.abort() would end the kernel'],
  ['process.kill(process.pid)', 'process.kill() of the own process'],
  ['process.kill(0, "SIGTERM")', 'process.kill() of the own process'],
])('%s is an error of the cell, and the notebook lives', async (code, evalue) => {
  const { done } = await notebook.run(code);
  expect(done.error).toMatchObject({ ename: 'ProcessExit', evalue: expect.stringContaining(evalue) as string });
  const { cell } = await notebook.run(`setTimeout(() => { ${code} }, 1)`);
  await notebook.run('await new Promise((resolve) => setTimeout(resolve, 30))');
  expect(strays(cell)).toEqual([expect.stringContaining(evalue)]);
});

test('a cell may end other processes', async () => {
  const { done } = await notebook.run(`
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal)));
    process.kill(child.pid, 'SIGKILL'); exports.last = [process.kill(process.pid, 0), await ended];`);
  expect(done.result?.data).toEqual({ 'text/plain': "[ true, 'SIGKILL' ]" });
});

test('timers are as Node’s: this, arguments, promisify and clear', async () => {
  const { done } = await notebook.run(`
    const { promisify } = require('node:util'); const seen = [];
    const repeat = setInterval(function (...args) { seen.push(this === repeat, ...args); clearInterval(this); }, 1, 'a', 'b');
    setImmediate((...args) => seen.push(...args), 'c'); clearTimeout(setTimeout(() => seen.push('never'), 1));
    seen.push(await promisify(setTimeout)(20, "d")); exports.last = seen.join();`);
  expect(done.result?.data).toEqual({ 'text/plain': "'c,true,a,b,d'" });
  const { done: wrong } = await notebook.run('setTimeout(5)');
  expect(wrong.error).toMatchObject({ ename: 'TypeError', evalue: expect.stringContaining('callback') as string });
});

test('a worker of a cell writes under the cell', async () => {
  const { cell } = await notebook.run(`
    const worker = new (require('node:worker_threads').Worker)('console.log("in a worker")', { eval: true });
    await new Promise((resolve) => worker.on('exit', resolve)); await new Promise((resolve) => setTimeout(resolve, 20));`);
  expect(notebook.written(cell)).toBe('in a worker\n');
});
