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

  test('a library shows a bundle through lastWriteDisplayData', async () => {
    const code = `require('tslab/dist/jupyter').lastWriteDisplayData({ data: { 'a/b': { c: 1 }, 'text/plain': 'd' }, metadata: { e: 2 }, transient: {} }, false)`;
    const { outputs } = await kernel.execute(code);
    const display = { data: { 'a/b': { c: 1 }, 'text/plain': 'd' }, metadata: { e: 2 }, transient: {} };
    expect(contents(outputs, 'display_data')).toEqual([display]);
  });

  test('a silent cell shows no input, result or error, and is not counted', async () => {
    const { reply: before } = await kernel.execute('1');
    const { outputs, reply } = await kernel.execute('2', { silent: true });
    expect(outputs.map(({ type }) => type)).toEqual(['status', 'status']);
    expect(reply.execution_count).toBe(before.execution_count);
  });
});

describe('errors', () => {
  async function errorOf(code: string): Promise<{ ename: unknown; evalue: unknown; traceback: string[] }> {
    const outcome = await kernel.execute(code);
    const [error, ...more] = contents(outcome.outputs, 'error');
    expect(more).toEqual([]);
    expect(written(outcome, 'stderr')).toBe('');
    expect(outcome.reply).toMatchObject({ status: 'error', ...error });
    return error as { ename: unknown; evalue: unknown; traceback: string[] };
  }

  test('a throw has its name, its message and the frames of the reader alone', async () => {
    const { ename, evalue, traceback } = await errorOf(
      `function inner() { throw new RangeError('too far'); }\ninner();`,
    );
    expect({ ename, evalue }).toEqual({ ename: 'RangeError', evalue: 'too far' });
    expect(traceback[0]).toBe('RangeError: too far');
    expect(traceback[1]).toMatch(/^ {4}at inner \(cell \d+:\d+:\d+\)$/);
    expect(traceback.slice(2)).toEqual([expect.stringMatching(/^ {4}at cell \d+:\d+:\d+$/)]);
  });

  test('a throw after an await and its cause', async () => {
    const code = `async function later() { await null; throw new Error('b', { cause: new Error('a') }); }\nawait later();`;
    const { evalue, traceback } = await errorOf(code);
    expect(evalue).toBe('b');
    expect(traceback.join('\n')).toContain('[cause]: Error: a');
    expect(traceback.join('\n')).not.toMatch(/node:|node_modules|lib\/kernel/);
  });

  test('a rejection that the cell awaits', async () => {
    expect(await errorOf(`await Promise.reject(new TypeError('no'))`)).toMatchObject({
      ename: 'TypeError',
      evalue: 'no',
    });
  });

  test('type errors name place, line and caret', async () => {
    const { ename, evalue, traceback } = await errorOf(`const fine = 1;\n\tconst wrong: string = fine;`);
    expect(ename).toBe('TypeScriptError');
    expect(evalue).toBe(`2:8 - Type 'number' is not assignable to type 'string'.`);
    expect(traceback).toEqual([
      `2:8 - Type 'number' is not assignable to type 'string'. (TS2322)`,
      '  \tconst wrong: string = fine;',
      '  \t      ^',
    ]);
  });

  test('a type error keeps the cell from running', async () => {
    const outcome = await kernel.execute(`console.log('ran'); const n: number = 'x';`);
    expect(written(outcome, 'stdout')).toBe('');
  });

  test('a syntax error at the end of the cell', async () => {
    const { ename, traceback } = await errorOf('const open = (');
    expect(ename).toBe('TypeScriptError');
    expect(traceback).toEqual(['1:15 - Expression expected. (TS1109)', '  const open = (', '                ^']);
  });

  const hostile = `new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } })`;
  const getters = `Object.defineProperties(new Error('x'), { name: { get() { throw 1; } }, message: { get() { throw 2; } }, stack: { get() { throw 3; } } })`;
  test.each([
    [`throw 'text'`, { ename: 'Uncaught', evalue: `'text'` }],
    ['throw null', { ename: 'Uncaught', evalue: 'null' }],
    ['throw undefined', { ename: 'Uncaught', evalue: 'undefined' }],
    ['throw { a: 1 }', { ename: 'Uncaught', evalue: '{ a: 1 }' }],
    [`throw Object.freeze(new Error('cold'))`, { ename: 'Error', evalue: 'cold' }],
    [`throw ${hostile}`, { ename: 'Uncaught' }],
    [`throw ${getters}`, { ename: 'Error', evalue: '' }],
    [`({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('inspect'); } })`, { evalue: 'inspect' }],
    [`({ [Symbol.for('Jupyter.display')]() { throw new Error('display'); } })`, { evalue: 'display' }],
  ])('%s', async (code, error) => {
    expect(await errorOf(code)).toMatchObject(error);
    expect((await kernel.execute('1')).reply.status).toBe('ok');
  });

  test('variables of earlier cells outlive an error', async () => {
    await kernel.execute('const kept = 5;');
    await kernel.execute('throw 1');
    expect(shown(await kernel.execute('kept'))).toEqual(['execute_result']);
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
    // The kernel is busy while they come, so it has read none of them when the first fails.
    const first = kernel.execute('for (const end = Date.now() + 500; Date.now() < end; ); throw 1');
    const waiting = Array.from({ length: 3000 }, () => kernel.execute('console.log(1)'));
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

describe('errors of no cell', () => {
  beforeAll(async () => {
    const code = `import * as tf from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-backend-wasm'; await tf.setBackend('wasm')`;
    expect((await kernel.execute(code)).reply.status).toBe('ok');
  });

  test.each([
    ['a floating rejection', `Promise.reject(new Error('lost')); 1`],
    ['a throw in then', `Promise.resolve().then(() => { throw new Error('lost'); }); 1`],
    [
      'a throw in a timer',
      `setTimeout(() => { throw new Error('lost'); }); await new Promise((r) => setTimeout(r, 30)); 1`,
    ],
  ])('%s goes to stderr of its cell and the kernel lives, with the WASM backend', async (_, code) => {
    const outcome = await kernel.execute(code);
    expect(outcome.reply.status).toBe('ok');
    expect(written(outcome, 'stderr')).toMatch(/^Error: lost\n {4}at .*cell/);
    expect(shown(await kernel.execute('tf.tensor([1]).dataSync()[0]'))).toEqual(['execute_result']);
  });

  test('the kernel lives when the backend is disposed of, which removes all listeners', async () => {
    await kernel.execute(`tf.removeBackend('wasm')`);
    const outcome = await kernel.execute('Promise.reject(null); 1');
    expect(written(outcome, 'stderr')).toBe('Uncaught null\n');
  });
});

describe('interrupts', () => {
  // Node loses a SIGINT that comes just when vm.runInThisContext returns, hence the `await null` before the signal is asked for.
  test.each([
    `console.log('running'); while (true) {}`,
    `await null; console.log('running'); await new Promise(() => undefined)`,
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
  test('kernel_info has a status and the version of TypeScript', async () => {
    const { reply } = await kernel.request('kernel_info_request', {});
    expect(reply).toMatchObject({ msg_type: 'kernel_info_reply', status: 'ok', language_info: { version: '5.0.4' } });
  });

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
