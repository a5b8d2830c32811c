import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from '../client';
import { result, runAll, testTypeScript, useKernel, wrote } from '../harness';
import { contents, written } from '../outputs';

const kernel = useKernel({
  files: { 'slow.ts': `export function slow(): never {\n  for (let i = 0; ; ) {\n    i += Math.random();\n  }\n}` },
});

/** Runs a cell that prints `go` and interrupts it; gives the lines that are told. */
async function interrupted(code: string): Promise<string[]> {
  const from = kernel().messages.length;
  const running = kernel().execute(code);
  await wrote(kernel(), 'go', from);
  await pause(150);
  await kernel().interrupt();
  return traceback(await running);
}

function traceback({ outputs, reply }: Outcome): string[] {
  expect(reply).toMatchObject({ ename: 'Interrupted', evalue: 'the cell was interrupted' });
  const [error] = contents(outputs, 'error');
  return ((error?.traceback ?? []) as string[]).flatMap((line) => stripVTControlCharacters(line).split('\n'));
}

describe('an interrupted computation is told with the line where it was', () => {
  testTypeScript(
    'a loop',
    async () => {
      const lines = await interrupted(`console.log('go');\nlet i = 0;\nwhile (true) {\n  i += Math.random();\n}`);
      expect(lines[1]).toMatch(/^Cell \d+, line [34]$/);
      expect(lines.find((line) => line.startsWith('---->'))).toMatch(/while|random/);
      expect(lines.join('\n')).not.toMatch(/lib.kernel|node:/);
    },
    30_000,
  );

  testTypeScript(
    'a function of another cell, behind an await',
    async () => {
      await runAll(kernel(), 'function spin(): never {\n  for (;;) Math.random();\n}');
      const lines = await interrupted(`console.log('go');\nawait 1;\nspin();`);
      expect(lines[1]).toMatch(/^Cell \d+, line 2, in spin$/);
      expect(lines.filter((line) => line.startsWith('---->'))).toEqual([
        expect.stringContaining('for (;;) Math.random();'),
        expect.stringContaining('spin();'),
      ]);
    },
    30_000,
  );

  testTypeScript(
    'a function of a file',
    async () => {
      const lines = await interrupted(`import { slow } from './slow';\nconsole.log('go');\nslow();`);
      expect(lines[1]).toMatch(/^slow\.ts, line [23], in slow$/);
    },
    30_000,
  );

  testTypeScript(
    'native code that calls back',
    async () => {
      const lines = await interrupted(`console.log('go');\n[2, 1].sort(() => {\n  for (;;) Math.random();\n});`);
      expect(lines[1]).toMatch(/^Cell \d+, line 3$/);
    },
    30_000,
  );
});

describe('an interrupt while no cell runs', () => {
  testTypeScript(
    'stops the timers that cells have left running, and each of these says so',
    async () => {
      await runAll(kernel(), 'let ticks = 0; const cleared = setInterval(() => ticks++, 10); clearInterval(cleared);');
      const from = kernel().messages.length;
      const left = await runAll(
        kernel(),
        'setInterval(() => ticks++, 10); setTimeout(() => (ticks += 1000), 60_000); await new Promise((r) => setTimeout(r, 50));',
      );
      await kernel().interrupt();
      const told = await kernel().until(({ type, content }) => type === 'stream' && content.name === 'stderr', from);
      expect(told.content.text).toBe('the interrupt stopped 2 timers that this cell had left running\n');
      expect(told.parent).toBe(left.outputs[0]?.parent);
      const ticks = result(await runAll(kernel(), 'ticks'));
      await pause(100);
      expect(result(await runAll(kernel(), 'ticks'))).toBe(ticks);
    },
    30_000,
  );

  testTypeScript(
    'leaves those of later cells',
    async () => {
      await kernel().interrupt();
      await runAll(kernel(), 'let later = 0; setInterval(() => later++, 5);');
      await pause(50);
      expect(Number(result(await runAll(kernel(), 'later')))).toBeGreaterThan(0);
      const outcome = await runAll(kernel(), '1');
      expect(written(outcome, 'stderr')).toBe('');
    },
    30_000,
  );
});
