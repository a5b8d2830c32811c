import { cell, result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, shown, written } from '../outputs';

const kernel = useKernel();
const raise = cell({ typescript: `throw new Error('stop');`, python: `raise RuntimeError('stop')` });
const slowRaise = cell({
  typescript: `for (const end = Date.now() + 500; Date.now() < end; ); throw new Error('stop');`,
  python: `import time; time.sleep(0.5); raise RuntimeError('stop')`,
});

test('a cell gives busy, execute_input, its outputs and idle, in this order', async () => {
  const code = cell({ typescript: `console.log('out');\n7`, python: `print('out')\n7` });
  const { outputs, reply } = await kernel().execute(code);
  const types = outputs.map(({ type }) => type);
  expect(types).toEqual(['status', 'execute_input', 'stream', 'execute_result', 'status']);
  expect(contents(outputs, 'execute_input')).toEqual([{ code, execution_count: reply.execution_count }]);
  expect(contents(outputs, 'execute_result')).toMatchObject([
    { data: { 'text/plain': '7' }, execution_count: reply.execution_count },
  ]);
  expect(reply).toMatchObject({ msg_type: 'execute_reply', status: 'ok', user_expressions: {} });
});

test('cells are counted, a failed one too', async () => {
  const first = (await kernel().execute('1')).reply.execution_count as number;
  expect((await kernel().execute(raise)).reply.execution_count).toBe(first + 1);
  expect((await kernel().execute('1')).reply.execution_count).toBe(first + 2);
});

test('a silent cell shows no input and no result, and is not counted', async () => {
  const { reply: before } = await kernel().execute('1');
  const { outputs } = await kernel().execute('2', { silent: true });
  expect(outputs.map(({ type }) => type)).toEqual(['status', 'status']);
  const { reply: after } = await kernel().execute('3');
  expect(after.execution_count).toBe((before.execution_count as number) + 1);
});

test('with store_history false a cell is not counted', async () => {
  const { reply: before } = await kernel().execute('1');
  expect(result(await kernel().execute('2', { store_history: false }))).toBe('2');
  const { reply: after } = await kernel().execute('3');
  expect(after.execution_count).toBe((before.execution_count as number) + 1);
});

test('user_expressions come with the reply, a wrong one as an error of its own', async () => {
  const code = cell({ typescript: 'const base = 20;', python: 'base = 20' });
  const user_expressions = { sum: 'base + 1', wrong: 'missing_name' };
  const { reply } = await kernel().execute(code, { user_expressions });
  expect(reply).toMatchObject({
    status: 'ok',
    user_expressions: {
      sum: { status: 'ok', data: { 'text/plain': '21' } },
      wrong: { status: 'error', ename: expect.any(String) as string, evalue: expect.any(String) as string },
    },
  });
});

test('user_expressions do not count, declare or change what a cell sees', async () => {
  const code = cell({ typescript: 'let untouched = 1;', python: 'untouched = 1' });
  const { reply } = await kernel().execute(code, { user_expressions: { value: 'untouched' } });
  const after = await kernel().execute('untouched');
  expect(result(after)).toBe('1');
  expect(after.reply.execution_count).toBe((reply.execution_count as number) + 1);
});

test('an empty cell, or one of comments, is ok and shows nothing', async () => {
  const comment = cell({ typescript: '// nothing', python: '# nothing' });
  for (const code of ['', '  \n', comment]) {
    const outcome = await kernel().execute(code);
    expect(outcome.reply.status).toBe('ok');
    expect(shown(outcome)).toEqual([]);
  }
});

test('a cell sent after the reply to a failed one runs', async () => {
  for (let i = 0; i < 10; i++) {
    expect((await kernel().execute(raise)).reply.status).toBe('error');
    expect((await kernel().execute('1')).reply.status).toBe('ok');
  }
});

test('cells that wait behind a failing one are aborted', async () => {
  const [failing, waiting] = [kernel().execute(slowRaise), kernel().execute('1')];
  expect((await failing).reply.status).toBe('error');
  expect((await waiting).reply.status).toBe('aborted');
  expect(shown(await waiting)).toEqual([]);
});

test('with stop_on_error false they run', async () => {
  const [failing, waiting] = [kernel().execute(slowRaise, { stop_on_error: false }), kernel().execute('1')];
  expect((await failing).reply.status).toBe('error');
  expect((await waiting).reply.status).toBe('ok');
});

test('stdout and stderr come under their names', async () => {
  const code = cell({
    typescript: `console.log('a'); console.error('b'); process.stdout.write('c'); process.stderr.write('d');`,
    deno: `console.log('a'); console.error('b'); await Deno.stdout.write(new TextEncoder().encode('c')); await Deno.stderr.write(new TextEncoder().encode('d'));`,
    python: `import sys; print('a'); print('b', file=sys.stderr); sys.stdout.write('c'); sys.stderr.write('d'); None`,
  });
  const outcome = await kernel().execute(code);
  expect(written(outcome, 'stdout')).toBe('a\nc');
  expect(written(outcome, 'stderr')).toBe('b\nd');
});

testTypeScript('what a child process and a worker print is shown', async () => {
  const code = `import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
spawnSync(process.execPath, ['-e', "console.log('child')"], { stdio: 'inherit' });
await once(new Worker("console.log('worker')", { eval: true }), 'exit');`;
  const outcome = await runAll(kernel(), code);
  expect(written(outcome, 'stdout')).toContain('worker\n');
});

testTypeScript('top-level await', async () => {
  expect(
    result(await runAll(kernel(), 'const later = await Promise.resolve(5);', 'later + (await Promise.resolve(1))')),
  ).toBe('6');
});
