import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { grad, Tensor } from '@tensorflow/tfjs-core';
import * as lossbook from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

const source = join(__dirname, '../../lib/losses/src');

/** Each line `code // result` of an @example, which ends at an empty line or with the comment. */
function examples(file: string): { file: string; code: string; result: string }[] {
  const blocks = readFileSync(join(source, file), 'utf8').matchAll(/@example\n((?: \* .+\n)+)/g);
  return Array.from(blocks).flatMap(([, block = '']) =>
    block
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [code = '', result = ''] = line.replace(' * ', '').split(/ +\/\/ /);
        return { file, code, result };
      }),
  );
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const all = files.flatMap(examples);

test('each exported function has an example that calls it', () => {
  const functions = Object.keys(lossbook).filter((name) => /^[a-z]/.test(name));
  const called = functions.filter((name) => all.some(({ code }) => code.includes(`${name}(`)));
  expect(called).toEqual(functions);
});

onEachBackend('examples', (backend) => {
  test.each(all)('$file: $code', async ({ code, result }) => {
    const scope = { ...lossbook, grad };
    const AsyncFunction = (async () => {}).constructor as new (
      ...text: string[]
    ) => (...values: unknown[]) => Promise<unknown>;
    const evaluate = (text: string) =>
      new AsyncFunction(...Object.keys(scope), `return (${text})`)(...Object.values(scope));
    const got = await evaluate(code);
    expect(unsigned(got instanceof Tensor ? await got.array() : got)).toEqual(await evaluate(result));
    await lossbook.ready(backend);
  });
});

/** The same, with -0 as 0: a loss of nothing has no sign that matters, and backends differ in it. */
function unsigned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unsigned);
  return typeof value === 'number' ? value + 0 : value;
}

test('each loss says what it equals in PyTorch, where it differs and which paper it is from', () => {
  const losses = files.filter((file) => readFileSync(join(source, file), 'utf8').includes('extends Loss<'));
  expect(losses.length).toBeGreaterThanOrEqual(5);
  for (const file of losses) {
    const text = readFileSync(join(source, file), 'utf8');
    expect([
      relative(source, join(source, file)),
      /Same as `/.test(text),
      /Differs:/.test(text),
      /https:\/\//.test(text),
    ]).toEqual([file, true, true, true]);
  }
});
