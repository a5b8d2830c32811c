import { setTimeout as pause } from 'node:timers/promises';
import { CellOutput } from '../../../lib/kernel/src/front/cells/cell-output';
import type { Messenger } from '../../../lib/kernel/src/front/messenger';

interface Published {
  readonly type: string;
  readonly content: { readonly name?: string; readonly text?: string };
}

/** An output whose messages are collected, and are on their way when the test says so. */
function open(): { output: CellOutput; published: Published[]; send: () => void; handled: number[] } {
  const published: Published[] = [];
  const waiting: (() => void)[] = [];
  const handled: number[] = [];
  const messenger: Pick<Messenger, 'publish'> = {
    publish: (type, content, _parent, extras) => {
      published.push({ type, content });
      if (extras?.sent) waiting.push(extras.sent);
    },
  };
  const output = new CellOutput(messenger as Messenger, {}, (weight) => handled.push(weight));
  const send = (): void => {
    for (const sent of waiting.splice(0)) sent();
  };
  return { output, published, send, handled };
}

const textsOf = (published: readonly Published[]): (string | undefined)[] =>
  published.map(({ content }) => content.text);

test('the first text goes out at once, the next ones together a moment later', async () => {
  const { output, published } = open();
  for (const text of ['a', 'b', 'c']) output.write('stdout', text);
  expect(textsOf(published)).toEqual(['a']);
  await pause(150);
  expect(textsOf(published)).toEqual(['a', 'bc']);
});

test('streams and other messages keep their order', () => {
  const { output, published } = open();
  output.write('stdout', 'a');
  output.write('stdout', 'b');
  output.write('stderr', 'c');
  output.send('display_data', {});
  output.write('stdout', 'd');
  output.flush();
  expect(published.map(({ type, content }) => content.name ?? type)).toEqual([
    'stdout',
    'stdout',
    'stderr',
    'display_data',
    'stdout',
  ]);
});

test('a long text is cut, but not within a character', () => {
  const { output, published } = open();
  const text = `a${'😀'.repeat(300_000)}`;
  output.write('stdout', text);
  expect(published.length).toBeGreaterThan(1);
  expect(textsOf(published).join('')).toBe(text);
  for (const piece of textsOf(published)) expect(piece).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
});

test('what was written weighs until it is on its way, and not longer', () => {
  const { output, send, handled } = open();
  output.write('stdout', 'first', 10);
  output.write('stdout', 'x'.repeat(1_000_000), 1000);
  output.write('stderr', '', 5);
  output.flush();
  expect(handled).toEqual([5]);
  send();
  expect(handled.reduce((sum, weight) => sum + weight)).toBe(1015);
});
