import { cell, runAll, testTypeScript, useKernel, wrote } from '../harness';
import type { Message, Outcome } from '../client';

const kernel = useKernel();

/** The text that came on iopub under a cell, until now. */
const textUnder = ({ outputs: [first] }: Outcome, from: number): string =>
  kernel()
    .messages.slice(from)
    .filter(({ type, parent }: Message) => type === 'stream' && parent === first?.parent)
    .map(({ content }) => String(content.text))
    .join('');

describe(`what an earlier cell's work prints later goes to that cell`, () => {
  testTypeScript.each([
    ['a timer', `setTimeout(() => console.log('mine'), 150); 1`],
    [
      'an async function that goes on',
      `const work = async () => { await new Promise((r) => setTimeout(r, 150)); console.log('mine'); }; work(); 1`,
    ],
    ['an interval', `const ticks = setInterval(() => { console.log('mine'); clearInterval(ticks); }, 150); 1`],
    [
      'a callback of Node',
      `import { readFile } from 'node:fs'; setTimeout(() => readFile('connection.json', () => console.log('mine')), 120); 1`,
    ],
    ['process.stdout.write', `setTimeout(() => process.stdout.write('mine\\n'), 150); 1`],
  ])(
    '%s',
    async (_, code) => {
      const from = kernel().messages.length;
      const earlier = await runAll(kernel(), code);
      const later = await runAll(kernel(), `console.log('other'); await new Promise((r) => setTimeout(r, 400));`);
      await wrote(kernel(), 'mine', from);
      expect(textUnder(earlier, from)).toBe('mine\n');
      expect(textUnder(later, from)).toBe('other\n');
    },
    20_000,
  );

  test('a thread or a timer, as the language has it', async () => {
    const code = cell({
      typescript: `setTimeout(() => console.log('mine'), 150); 1`,
      python: `import threading, time\ndef work():\n  time.sleep(.15)\n  print('mine')\nthreading.Thread(target=work).start()`,
    });
    const from = kernel().messages.length;
    const earlier = await runAll(kernel(), code);
    await runAll(
      kernel(),
      cell({ typescript: `await new Promise((r) => setTimeout(r, 400));`, python: 'time.sleep(.4)' }),
    );
    await wrote(kernel(), 'mine', from);
    expect(textUnder(earlier, from)).toBe('mine\n');
  }, 20_000);
});

testTypeScript(
  'a display that an earlier cell updates later stays where it is',
  async () => {
    const from = kernel().messages.length;
    const earlier = await runAll(
      kernel(),
      `import { newDisplay } from 'tslab'; const place = newDisplay(); place.text('1'); setTimeout(() => place.text('2'), 100);`,
    );
    await runAll(kernel(), 'await new Promise((r) => setTimeout(r, 300));');
    const update = await kernel().until(({ type }) => type === 'update_display_data', from);
    expect(update.parent).toBe(earlier.outputs[0]?.parent);
  },
  20_000,
);

testTypeScript('a function of an earlier cell prints in the cell that calls it', async () => {
  await runAll(kernel(), `function speak(): void { console.log('spoken'); }`);
  const from = kernel().messages.length;
  const caller = await runAll(kernel(), 'speak(); await null; speak();');
  expect(textUnder(caller, from)).toBe('spoken\nspoken\n');
});
