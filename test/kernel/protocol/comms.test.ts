import { cell, runAll, testTypeScript, useKernel } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();

const open = cell({
  typescript: `const comm = comms.open('test.target', { data: { a: 1 }, metadata: { version: '2' }, buffers: [new Uint8Array([1, 2, 3])] });
comm.onMessage(({ data, buffers }) => comm.send({ echo: data }, { buffers }));`,
  tslab: `comms`,
  deno: `const id = crypto.randomUUID();
await Deno.jupyter.broadcast('comm_open', { comm_id: id, target_name: 'test.target', data: { a: 1 } }, { metadata: { version: '2' }, buffers: [new Uint8Array([1, 2, 3])] });`,
  python: `from comm import create_comm
comm = create_comm('test.target', data={'a': 1}, metadata={'version': '2'}, buffers=[b'\\x01\\x02\\x03'])
comm.on_msg(lambda message: comm.send({'echo': message['content']['data']}, buffers=message['buffers']))`,
});

test('a cell opens a comm, with data, metadata and buffers', async () => {
  const { outputs } = await runAll(kernel(), open);
  const opened = outputs.find(({ type }) => type === 'comm_open');
  expect(opened?.content).toMatchObject({ target_name: 'test.target', data: { a: 1 } });
  expect(opened?.metadata).toMatchObject({ version: '2' });
  expect(opened?.buffers.map((buffer) => [...buffer])).toEqual([[1, 2, 3]]);
});

test('a message to the comm is heard and answered under it, buffers included', async () => {
  const { outputs } = await runAll(kernel(), open);
  const comm_id = contents(outputs, 'comm_open')[0]?.comm_id;
  const from = kernel().messages.length;
  const id = await kernel().send('shell', 'comm_msg', { comm_id, data: { b: 2 } }, { buffers: [Buffer.from([9])] });
  const answer = await kernel().until(({ type }) => type === 'comm_msg', from);
  expect(answer).toMatchObject({ parent: id, content: { comm_id, data: { echo: { b: 2 } } } });
  expect(answer.buffers.map((buffer) => [...buffer])).toEqual([[9]]);
}, 15_000);

test('comm_info lists open comms by target', async () => {
  const { outputs } = await runAll(kernel(), open);
  const id = String(contents(outputs, 'comm_open')[0]?.comm_id);
  const all = await kernel().request('comm_info_request', {});
  expect(all.reply).toMatchObject({ status: 'ok', comms: { [id]: { target_name: 'test.target' } } });
  const others = await kernel().request('comm_info_request', { target_name: 'other' });
  expect(others.reply).toMatchObject({ status: 'ok', comms: {} });
}, 15_000);

test('a comm that the reader closes is gone', async () => {
  const { outputs } = await runAll(kernel(), open);
  const id = String(contents(outputs, 'comm_open')[0]?.comm_id);
  await kernel().send('shell', 'comm_close', { comm_id: id, data: {} });
  const { reply } = await kernel().request('comm_info_request', {});
  expect(Object.keys(reply.comms as object)).not.toContain(id);
}, 15_000);

test('a comm to a target that nobody knows is closed at once', async () => {
  const from = kernel().messages.length;
  await kernel().send('shell', 'comm_open', { comm_id: 'unknown-1', target_name: 'nobody', data: {} });
  const closed = await kernel().until(({ type }) => type === 'comm_close', from);
  expect(closed.content).toMatchObject({ comm_id: 'unknown-1' });
}, 15_000);

testTypeScript(
  'a target that a cell registered gets the comms that the reader opens',
  async () => {
    const code = `comms.register('mine', (comm, { data }) => comm.send({ got: data }));`;
    await runAll(kernel(), code);
    const from = kernel().messages.length;
    await kernel().send('shell', 'comm_open', { comm_id: 'mine-1', target_name: 'mine', data: { c: 3 } });
    const answer = await kernel().until(({ type }) => type === 'comm_msg', from);
    expect(answer.content).toMatchObject({ comm_id: 'mine-1', data: { got: { c: 3 } } });
  },
  15_000,
);

test('what a comm message prints belongs to that message, framed by busy and idle', async () => {
  const printing = cell({
    typescript: `const printer = comms.open('printer'); printer.onMessage(() => console.log('heard'));`,
    tslab: `comms`,
    deno: `comms`,
    python: `printer = create_comm('printer')\nprinter.on_msg(lambda message: print('heard'))`,
  });
  await runAll(kernel(), open);
  const { outputs } = await runAll(kernel(), printing);
  const comm_id = contents(outputs, 'comm_open')[0]?.comm_id;
  const from = kernel().messages.length;
  const id = await kernel().send('shell', 'comm_msg', { comm_id, data: {} });
  await kernel().until(({ parent, content }) => parent === id && content.execution_state === 'idle', from);
  const types = kernel()
    .messages.slice(from)
    .filter(({ parent }) => parent === id)
    .map(({ type, content }) => content.execution_state ?? type);
  expect(types).toEqual(['busy', 'stream', 'idle']);
}, 15_000);
