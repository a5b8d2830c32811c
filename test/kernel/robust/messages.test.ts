import { setTimeout as pause } from 'node:timers/promises';
import { frames, sign } from '../../../lib/bench/src/kernel/message';
import { cell, result, useKernel, wrote } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();

async function expectAlive(): Promise<void> {
  expect(result(await kernel().execute('40 + 2', { stop_on_error: false }))).toBe('42');
}

const lines = (): number => kernel().log.split('\n').filter(Boolean).length;
const request = (code: string): { type: string; content: object } => ({
  type: 'execute_request',
  content: { code, silent: false, store_history: true, allow_stdin: false, user_expressions: {} },
});
const print = cell({ typescript: `console.log('forged')`, python: `print('forged')` });

test('a message whose HMAC does not match is ignored, and logged once', async () => {
  await expectAlive();
  const from = kernel().messages.length;
  const before = lines();
  for (let i = 0; i < 50; i++) await kernel().sendFrames('shell', frames(request(print), 'another key'));
  await expectAlive();
  await pause(200);
  expect(contents(kernel().messages.slice(from), 'stream')).toEqual([]);
  expect(lines() - before).toBe(1);
  expect(kernel().log).toMatch(/signature|HMAC/i);
}, 30_000);

test('a message without signature is ignored', async () => {
  const from = kernel().messages.length;
  const [delimiter = '', , ...parts] = frames(request(print), '');
  await kernel().sendFrames('shell', [delimiter, '', ...parts]);
  await expectAlive();
  expect(contents(kernel().messages.slice(from), 'stream')).toEqual([]);
});

test('a message sent twice runs once', async () => {
  const from = kernel().messages.length;
  const same = frames(request(print), kernel().connection.key);
  await kernel().sendFrames('shell', same);
  await wrote(kernel(), 'forged', from);
  await kernel().sendFrames('shell', same);
  await expectAlive();
  expect(contents(kernel().messages.slice(from), 'stream')).toHaveLength(1);
}, 20_000);

const signed = (...parts: string[]): string[] => ['<IDS|MSG>', sign(parts, kernel().connection.key), ...parts];
const header = (fields: object): string =>
  JSON.stringify({ msg_id: 'm', msg_type: 'execute_request', session: 's', username: 'u', version: '5.3', ...fields });

const malformed: [name: string, make: () => (string | Buffer)[]][] = [
  ['no frames but an empty one', () => ['']],
  ['no delimiter', () => ['a', 'b', 'c']],
  ['a delimiter alone', () => ['<IDS|MSG>']],
  ['too few parts', () => signed('{}', '{}')],
  ['parts that are no JSON', () => signed('{', '{}', '{}', '{}')],
  ['parts that are no UTF-8', () => ['<IDS|MSG>', 'x', Buffer.from([0xff, 0xfe]), '{}', '{}', '{}']],
  ['a header that is no object', () => signed('[]', '{}', '{}', '{}')],
  ['a header without a type', () => signed('{}', '{}', '{}', '{}')],
  ['a content that is no object', () => signed(header({}), '{}', '{}', '7')],
  ['code that is no text', () => signed(header({}), '{}', '{}', '{"code": 7}')],
  ['no code', () => signed(header({}), '{}', '{}', '{}')],
  [
    'a cursor outside of the text',
    () => signed(header({ msg_type: 'complete_request' }), '{}', '{}', '{"code": "ab", "cursor_pos": 999}'),
  ],
  [
    'a negative cursor',
    () =>
      signed(
        header({ msg_type: 'inspect_request' }),
        '{}',
        '{}',
        '{"code": "ab", "cursor_pos": -5, "detail_level": 0}',
      ),
  ],
  ['a type that nobody knows', () => signed(header({ msg_type: 'make_tea_request' }), '{}', '{}', '{}')],
  ['a type named like a method of objects', () => signed(header({ msg_type: 'constructor' }), '{}', '{}', '{}')],
  ['a comm message without comm', () => signed(header({ msg_type: 'comm_msg' }), '{}', '{}', '{}')],
  [
    'an input_reply that nobody asked for',
    () => signed(header({ msg_type: 'input_reply' }), '{}', '{}', '{"value": "x"}'),
  ],
  ['an object with __proto__', () => signed(header({}), '{}', '{}', '{"__proto__": {"code": "1"}}')],
];

describe('a malformed message is answered or logged, and the kernel goes on', () => {
  for (const channel of ['shell', 'control', 'stdin'] as const) {
    test.each(malformed)(
      `on ${channel}: %s`,
      async (_, make) => {
        await kernel().sendFrames(channel, make());
        await pause(20);
        await expectAlive();
      },
      20_000,
    );
  }
});

test('a message of 200 MB is answered, and the kernel goes on', async () => {
  const code = cell({ typescript: `// ${'x'.repeat(200_000_000)}\n1`, python: `# ${'x'.repeat(200_000_000)}\n1` });
  const { reply } = await kernel().execute(code, { store_history: false });
  expect(['ok', 'error']).toContain(reply.status);
  await expectAlive();
}, 240_000);

test('a comm message with a buffer of 200 MB is taken, and the kernel goes on', async () => {
  const id = await kernel().send(
    'shell',
    'comm_msg',
    { comm_id: 'none', data: {} },
    { buffers: [Buffer.alloc(200_000_000)] },
  );
  await kernel().until(({ parent, content }) => parent === id && content.execution_state === 'idle');
  await expectAlive();
}, 240_000);

test('a cell of 10,000 lines runs', async () => {
  const lines = Array.from({ length: 10_000 }, (_, i) =>
    cell({ typescript: `const line${i} = ${i};`, python: `line${i} = ${i}` }),
  );
  const outcome = await kernel().execute([...lines, 'line9999'].join('\n'));
  expect(result(outcome)).toBe('9999');
}, 120_000);
