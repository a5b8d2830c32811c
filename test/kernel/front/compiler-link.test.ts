import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CompilerLink } from '../../../lib/kernel/src/front/compiler-link';

/** A compiler that answers with all sources that it was told to keep, and ends or refuses when a source says so. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const converted = new Map();
const kept = [];
parentPort.on('message', ({ type, request, source, converted: number, declared }) => {
  if (type === 'keep') return void kept.push(converted.get(number) + (declared === undefined ? '' : ' until ' + declared));
  if (source === 'throw') throw new Error('no memory left');
  if (source === 'exit') process.exit(0);
  if (source === 'refuse') return parentPort.postMessage({ type: 'failed', request, message: 'cannot' });
  converted.set(request, source);
  const javascript = kept.join();
  parentPort.postMessage({ type: 'converted', request, javascript, awaits: false, sideOutputs: [], diagnostics: [] });
});
parentPort.postMessage({ type: 'ready', typescript: '0', problems: ['a setting is wrong'] });
`;

let folder: string;
let compiler: CompilerLink;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compiler-'));
  const program = path.join(folder, 'program.js');
  writeFileSync(program, PROGRAM);
  compiler = new CompilerLink(folder, program);
});

afterEach(async () => {
  await compiler.start().terminate();
  rmSync(folder, { recursive: true });
});

/** Converts and keeps; gives the sources that the compiler had kept before. */
async function run(source: string): Promise<string> {
  const converted = await compiler.convert(source, 'cell');
  compiler.keep(converted, source, 'cell');
  return converted.javascript;
}

test('answers go to their questions, a failure too', async () => {
  const outcomes = ['a', 'refuse', 'b'].map((source) =>
    compiler.convert(source, 'cell').then(({ request }) => request),
  );
  expect(await Promise.allSettled(outcomes)).toMatchObject([
    { value: 1 },
    { reason: { name: 'CompilerFailure', message: 'cannot' } },
    { value: 3 },
  ]);
});

test.each([
  ['throw', /no memory left/],
  ['exit', /it ended/],
])('a compiler that ends (%s) fails the question, and the next one has the cells that ran', async (source, reason) => {
  await run('a');
  await run('b');
  await expect(run(source)).rejects.toThrow(reason);
  expect(await run('c')).toBe('a,b');
  expect(await run('d')).toBe('a,b,c');
});

test('another compiler knows how far the cells came that failed', async () => {
  compiler.keep(await compiler.convert('a', 'cell'), 'a', 'cell', 2);
  await expect(run('exit')).rejects.toThrow();
  expect(await run('b')).toBe('a until 2');
});

test('it says when the compiler is ready', async () => {
  compiler.start();
  await compiler.ready;
});

test('what is wrong with the settings is told once, whatever becomes of the compiler', async () => {
  await run('a');
  expect(compiler.takeProblems()).toEqual(['a setting is wrong']);
  await expect(run('exit')).rejects.toThrow();
  await run('b');
  expect(compiler.takeProblems()).toEqual([]);
});
