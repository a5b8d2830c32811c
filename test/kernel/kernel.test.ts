import { KernelClient, type Outcome } from './client';
import { contents, shown, written } from './outputs';

let kernel: KernelClient;

beforeAll(async () => {
  kernel = await KernelClient.start();
});

afterAll(() => kernel.shutdown());

describe('output', () => {
  test.each([20_000, 100_000])('%d lines of one cell all arrive, in order, before idle', async (count) => {
    const outcome = await kernel.execute(`for (let i = 0; i < ${count}; i++) console.log(i);`);
    const lines = Array.from({ length: count }, (_, i) => `${i}\n`);
    expect(written(outcome, 'stdout')).toBe(lines.join(''));
    expect(outcome.outputs.at(-1)?.content).toEqual({ execution_state: 'idle' });
    // JupyterLab's server drops messages beyond 1000 a second.
    expect(outcome.outputs.length).toBeLessThan(1000);
  });

  test('5,000 messages that cannot be joined all arrive, in order', async () => {
    const code = `import { display } from 'tslab'; for (let i = 0; i < 5000; i++) display.text(String(i));`;
    const outcome = await kernel.execute(code);
    const texts = contents(outcome.outputs, 'display_data').map(({ data }) => data);
    expect(texts).toEqual(Array.from({ length: 5000 }, (_, i) => ({ 'text/plain': String(i) })));
  });

  test('stdout, stderr, displays and the result keep their order', async () => {
    const code = `console.log('a'); console.error('b'); console.log('c'); display.html('<i>'); console.log('d'); 7`;
    const outcome = await kernel.execute(code);
    expect(shown(outcome)).toEqual(['stream', 'stream', 'stream', 'display_data', 'stream', 'execute_result']);
    expect(written(outcome, 'stdout')).toBe('a\nc\nd\n');
  });

  test('the first line of a long cell arrives while the cell runs', async () => {
    const seen = kernel.messages.length;
    const running = kernel.execute(`await null; console.log('started'); await new Promise(() => undefined);`);
    while (contents(kernel.messages.slice(seen), 'stream').length === 0) await new Promise((r) => setTimeout(r, 5));
    process.kill(kernel.process.pid ?? 0, 'SIGINT');
    expect(written(await running, 'stdout')).toBe('started\n');
  });

  test('write with a callback, and bytes that split a character', async () => {
    const code = `await new Promise<void>((done) => process.stdout.write(Buffer.from([0xc3]), () => done()));
process.stdout.write(Buffer.from([0xa7]));`;
    expect(written(await kernel.execute(code), 'stdout')).toBe('ç');
  });
});

describe('results', () => {
  test('a value is an execute_result with the number of its execute_input', async () => {
    const { outputs, reply } = await kernel.execute('({ a: [1, 2] })');
    const [input] = contents(outputs, 'execute_input');
    expect(input?.code).toBe('({ a: [1, 2] })');
    const result = { data: { 'text/plain': '{ a: [ 1, 2 ] }' }, metadata: {}, execution_count: input?.execution_count };
    expect(contents(outputs, 'execute_result')).toEqual([result]);
    expect(reply).toMatchObject({ status: 'ok', execution_count: input?.execution_count, user_expressions: {} });
  });

  test.each(['undefined', 'const nothing = 1;', ''])('%p shows nothing', async (code) => {
    expect(shown(await kernel.execute(code))).toEqual([]);
  });

  test('a promise is shown, not awaited', async () => {
    const { outputs } = await kernel.execute('new Promise(() => undefined)');
    expect(contents(outputs, 'execute_result')[0]?.data).toEqual({ 'text/plain': 'Promise { <pending> }' });
  });

  test('Jupyter.display makes a bundle, with bytes in base64', async () => {
    const code = `({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/plain': 'p', 'image/png': Buffer.from('png') }) })`;
    const { outputs } = await kernel.execute(code);
    const data = { 'text/plain': 'p', 'image/png': Buffer.from('png').toString('base64') };
    expect(contents(outputs, 'execute_result')[0]?.data).toEqual(data);
  });

  test('a silent cell shows no input, result or error, and is not counted', async () => {
    const { reply: before } = await kernel.execute('1');
    const { outputs, reply } = await kernel.execute('2', { silent: true });
    expect(outputs.map(({ type }) => type)).toEqual(['status', 'status']);
    expect(reply.execution_count).toBe(before.execution_count);
  });
});

describe('cells after an error', () => {
  test('a cell sent after the answer runs', async () => {
    for (let i = 0; i < 20; i++) {
      expect((await kernel.execute('throw 1')).reply.status).toBe('error');
      expect((await kernel.execute('1')).reply.status).toBe('ok');
    }
  });

  test('cells that wait behind a failing one are aborted, later ones run', async () => {
    // All have come when the first fails.
    const first = kernel.execute('for (const end = Date.now() + 3000; Date.now() < end; ); throw 1');
    const waiting = Array.from({ length: 1000 }, () => kernel.execute('console.log(1)'));
    expect((await first).reply.status).toBe('error');
    const later = kernel.execute('2');
    const outcomes = await Promise.all(waiting);
    expect(outcomes.map(({ reply }) => reply.status)).toEqual(waiting.map(() => 'aborted'));
    expect(outcomes.flatMap(shown)).toEqual([]);
    expect((await later).reply.status).toBe('ok');
  });

  test('with stop_on_error false they run', async () => {
    const outcomes = [kernel.execute('throw 1', { stop_on_error: false }), kernel.execute('1')];
    expect((await Promise.all(outcomes)).map(({ reply }) => reply.status)).toEqual(['error', 'ok']);
  });
});

test('2,000 quick cells sent at once are all answered, in order, one busy at a time', async () => {
  const seen = kernel.messages.length;
  const outcomes: Promise<Outcome>[] = [];
  for (let i = 0; i < 2000; i++) outcomes.push(kernel.execute(`${i}`));
  const values = (await Promise.all(outcomes)).map(({ outputs }) => contents(outputs, 'execute_result')[0]?.data);
  expect(values).toEqual(Array.from({ length: 2000 }, (_, i) => ({ 'text/plain': `${i}` })));
  const states = contents(kernel.messages.slice(seen), 'status').map(({ execution_state }) => execution_state);
  expect(states).toEqual(Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 'busy' : 'idle')));
}, 300_000);

describe('SIGINT', () => {
  test.each([
    `console.log('running'); while (true) {}`,
    `await null; console.log('running'); while (true) {}`,
    `console.log('running'); await new Promise(() => undefined)`,
  ])('%s ends, and the variables stay', async (code) => {
    await kernel.execute('let state = 41;');
    const seen = kernel.messages.length;
    const running = kernel.execute(code);
    while (contents(kernel.messages.slice(seen), 'stream').length === 0) await new Promise((r) => setTimeout(r, 10));
    process.kill(kernel.process.pid ?? 0, 'SIGINT');
    expect((await running).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    const { outputs } = await kernel.execute('state + 1');
    expect(contents(outputs, 'execute_result')[0]?.data).toEqual({ 'text/plain': '42' });
  });
});

describe('other requests', () => {
  test('comm_info', async () => {
    const { reply } = await kernel.request('comm_info_request', {});
    expect(reply).toMatchObject({ msg_type: 'comm_info_reply', status: 'ok', comms: {} });
  });

  test('complete, inspect and is_complete', async () => {
    await kernel.execute('const sesquipedalian = 1;');
    const complete = await kernel.request('complete_request', { code: 'sesqui', cursor_pos: 6 });
    expect(complete.reply).toMatchObject({ matches: ['sesquipedalian'], cursor_start: 0, cursor_end: 6 });
    const inspect = await kernel.request('inspect_request', { code: 'sesquipedalian', cursor_pos: 3, detail_level: 0 });
    expect(JSON.stringify(inspect.reply.data)).toContain('const sesquipedalian: 1');
    const open = await kernel.request('is_complete_request', { code: 'if (true) {' });
    expect(open.reply).toMatchObject({ status: 'incomplete' });
  });
});
