import { kernelName } from '../client';
import { cell, useKernel } from '../harness';

const kernel = useKernel();

test('kernel_info says what the kernel is and how its language is written', async () => {
  const { reply } = await kernel().request('kernel_info_request', {});
  expect(reply).toMatchObject({
    msg_type: 'kernel_info_reply',
    status: 'ok',
    protocol_version: expect.stringMatching(/^5\.\d/) as string,
    implementation: expect.any(String) as string,
    implementation_version: expect.any(String) as string,
    banner: expect.any(String) as string,
    language_info: {
      name: kernelName === 'ipykernel' ? 'python' : 'typescript',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      mimetype: expect.stringMatching(/^text\//) as string,
      file_extension: kernelName === 'ipykernel' ? '.py' : '.ts',
    },
  });
});

test('kernel_info is answered on control too', async () => {
  const { reply } = await kernel().request('kernel_info_request', {}, { channel: 'control' });
  expect(reply).toMatchObject({ msg_type: 'kernel_info_reply', status: 'ok' });
});

test('every request is framed by busy and idle on iopub', async () => {
  const { outputs } = await kernel().request('kernel_info_request', {});
  expect(outputs.map(({ content }) => content.execution_state)).toEqual(['busy', 'idle']);
});

test('debugInfo is answered, whether or not there is a debugger', async () => {
  const question = { type: 'request', command: 'debugInfo', seq: 1, arguments: {} };
  const { reply } = await kernel().request('debug_request', question, { channel: 'control' });
  expect(reply).toMatchObject({ msg_type: 'debug_reply' });
}, 15_000);

test('connect_request names the ports', async () => {
  const { reply } = await kernel().request('connect_request', {});
  expect(reply).toMatchObject({ shell_port: kernel().connection.shell_port });
}, 15_000);

test('the heartbeat comes back, also while a cell computes', async () => {
  expect(await kernel().beat('ping')).toBe('ping');
  const busy = kernel().execute(
    cell({
      typescript: 'for (const end = Date.now() + 1000; Date.now() < end; );',
      python: 'import time\nend = time.time() + 1\nwhile time.time() < end: pass',
    }),
  );
  let over = false;
  void busy.then(() => (over = true));
  expect(await kernel().beat('pong')).toBe('pong');
  expect(over).toBe(false);
  await busy;
});
