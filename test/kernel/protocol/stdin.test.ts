import { cell, result, useKernel } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();
const ask = cell({
  typescript: `const answered = await input('nome? '); answered`,
  tslab: `answered`,
  deno: `const answered = prompt('nome? '); answered`,
  python: `answered = input('nome? '); answered`,
});
const quoted = (text: string): string => `'${text}'`;

test('a cell asks, and gets what the reader types', async () => {
  const running = kernel().execute(ask);
  const question = await kernel().until(({ type }) => type === 'input_request');
  expect(question.content).toEqual({ prompt: 'nome? ', password: false });
  await kernel().send('stdin', 'input_reply', { value: 'Zoë' });
  expect(result(await running)).toBe(quoted('Zoë'));
}, 20_000);

test('a password stays hidden', async () => {
  const from = kernel().prompts.length;
  const running = kernel().execute(
    cell({
      typescript: `await input('chave? ', { password: true })`,
      python: `from getpass import getpass; getpass('chave? ')`,
    }),
  );
  await kernel().until(({ type }) => type === 'input_request' && kernel().prompts.length > from);
  expect(kernel().prompts.at(-1)?.content).toEqual({ prompt: 'chave? ', password: true });
  await kernel().send('stdin', 'input_reply', { value: 's3cret' });
  expect(result(await running)).toBe(quoted('s3cret'));
}, 20_000);

test('where nobody can answer it fails with an error that says so', async () => {
  const { outputs, reply } = await kernel().execute(ask, { allow_stdin: false });
  expect(reply.status).toBe('error');
  expect(JSON.stringify(contents(outputs, 'error')[0]?.evalue)).toMatch(/input/i);
  expect(JSON.stringify(contents(outputs, 'error')[0]?.evalue)).not.toMatch(/Cannot find name|TS2304/);
}, 20_000);

test('an interrupt ends the question, and the next one works', async () => {
  const from = kernel().prompts.length;
  const running = kernel().execute(ask);
  while (kernel().prompts.length === from) await new Promise((resolve) => setTimeout(resolve, 5));
  await kernel().interrupt();
  expect((await running).reply.status).toBe('error');
  const again = kernel().execute(ask);
  while (kernel().prompts.length === from + 1) await new Promise((resolve) => setTimeout(resolve, 5));
  await kernel().send('stdin', 'input_reply', { value: 'Ana' });
  expect(result(await again)).toBe(quoted('Ana'));
}, 20_000);
