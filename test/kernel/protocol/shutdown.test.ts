import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { KernelClient } from '../client';
import { cell, wrote } from '../harness';

const forever = cell({
  typescript: `console.log('working'); while (true) {}`,
  python: `print('working', flush=True)\nwhile True: pass`,
});

async function ended(kernel: KernelClient): Promise<unknown> {
  if (!kernel.ended) await Promise.race([once(kernel.process, 'exit'), pause(10_000)]);
  const { exitCode, signalCode } = kernel.process;
  await kernel.kill();
  return { exitCode, signalCode };
}

test.each([true, false])(
  'shutdown is answered with its restart (%p), and the process ends',
  async (restart) => {
    const kernel = await KernelClient.start();
    await kernel.execute('1');
    const { reply } = await kernel.request('shutdown_request', { restart }, { channel: 'control' });
    expect(reply).toMatchObject({ msg_type: 'shutdown_reply', status: 'ok', restart });
    expect(await ended(kernel)).toEqual({ exitCode: 0, signalCode: null });
  },
  60_000,
);

test('shutdown ends a kernel whose timers go on', async () => {
  const kernel = await KernelClient.start();
  await kernel.execute(
    cell({
      typescript: 'setInterval(() => console.log(1), 1);',
      python: `import threading, time\ndef loop():\n  while True: time.sleep(.01)\nthreading.Thread(target=loop, daemon=True).start()`,
    }),
  );
  await kernel.send('control', 'shutdown_request', { restart: false });
  expect(await ended(kernel)).toEqual({ exitCode: 0, signalCode: null });
}, 60_000);

test('shutdown ends a kernel whose cell computes for ever', async () => {
  const kernel = await KernelClient.start();
  kernel.execute(forever).catch(() => undefined);
  await wrote(kernel, 'working');
  await kernel.send('control', 'shutdown_request', { restart: false });
  expect(await ended(kernel)).toEqual({ exitCode: 0, signalCode: null });
}, 60_000);
