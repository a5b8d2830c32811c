import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate, openConverter, openScope, type Converter } from '../../lib/kernel/src';
import { ROOT } from './client';

let folder: string;
let converter: Converter;

beforeAll(() => {
  folder = mkdtempSync(path.join(ROOT, 'test/kernel/.notebook-'));
  writeFileSync(path.join(folder, 'beside.ts'), 'export const beside: number = 1;');
  converter = openConverter(folder);
});

afterAll(() => {
  converter.close();
  rmSync(folder, { recursive: true });
});

/** Runs cells one after another; gives the value of the last one. */
async function run(...cells: string[]): Promise<unknown> {
  const scope = openScope(require);
  let declarations = '';
  let value: unknown;
  for (const cell of cells) {
    const converted = converter.convert(declarations, cell);
    expect(converted.diagnostics).toEqual([]);
    ({ value } = await evaluate(converted, scope, 'cell'));
    declarations = converted.declarations;
  }
  return value;
}

test.each([
  ['shorthand of an earlier cell', ['const x = 1, y = 2;', '({ x, y }).x + ({ y }).y'], 3],
  [
    'shorthand in an assignment with a default',
    ['let x = 1;', 'let z = 0; ({ x, z = 5 } = { x: 3 } as any); x * 10 + z'],
    35,
  ],
  ['shorthand in a function of a later cell', ['const x = 4;', 'function f() { return { x }; }', 'f().x'], 4],
  ['await (function)()', ['await (async () => 1)()'], 1],
  ['await (…) in a cell with an import', [`import * as os from 'os'; await (Promise.resolve(os.EOL.length))`], 1],
  ['await (a, b)', ['await (Math.abs(1), Promise.resolve(2))'], 2],
  ['await (p).then', ['const p = Promise.resolve(2);', 'await (p).then((n) => n + 1)'], 3],
  ['await inside await', ['await (await (Promise.resolve({ a: Promise.resolve(6) }))).a'], 6],
  ['await (…) keeps the type', ['const n: number = await (Promise.resolve(1)); n'], 1],
  ['await (…) in an async function', ['const f = async () => await (Promise.resolve(8)); await f()'], 8],
  ['declaring a name again', ['const a: number = 1;', `const a: string = 'b';`, 'a'], 'b'],
  ['declaring an imported name again', [`import { EOL } from 'os';`, 'let EOL = 3;', 'EOL'], 3],
])('%s', async (_, cells, value) => {
  expect(await run(...cells)).toBe(value);
});

test('type errors stand where they are in the cell, whatever was rewritten before them', () => {
  const source = 'const x = 1;\nconst o = { x }; const p = [await (Promise.resolve({ x }))]; const s: string = x; zzz;';
  const places = converter.convert('', source).diagnostics.map(({ line, column, code }) => ({ line, column, code }));
  const columnOf = (text: string): number => (source.split('\n')[1] ?? '').indexOf(text) + 1;
  expect(places).toEqual([
    { line: 2, column: columnOf('s: string'), code: 2322 },
    { line: 2, column: columnOf('zzz'), code: 2304 },
  ]);
});

test('an unknown shorthand is an error at its place', () => {
  expect(converter.convert('', 'const o = { missing };').diagnostics).toMatchObject([
    { line: 1, column: 13, code: 18004 },
  ]);
});

test('a TypeScript file in the folder comes as JavaScript, though the process works elsewhere', () => {
  const converted = converter.convert('', `import { beside } from './beside'; beside + 1`);
  expect(converted.diagnostics).toEqual([]);
  expect(converted.sideOutputs.map(({ path }) => path)).toEqual([path.join(folder, 'beside.js')]);
  expect(process.cwd()).not.toBe(folder);
});

test('what a failed cell declared is not there, since its declarations are not handed on', () => {
  expect(converter.convert('', 'const gone = 1; gone.x').diagnostics).toMatchObject([{ code: 2339 }]);
  expect(converter.convert('', 'gone').diagnostics).toMatchObject([{ code: 2304 }]);
});
