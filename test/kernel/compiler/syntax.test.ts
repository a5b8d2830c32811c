import { Notebook } from './notebook';

let notebook: Notebook;
beforeAll(() => {
  notebook = new Notebook();
});
afterAll(() => {
  notebook.close();
});
beforeEach(() => {
  notebook.restart();
});

test.each<[string, string[], unknown]>([
  ['await', ['const x = await Promise.resolve(1);', 'x + 1'], 2],
  ['await (…)', ['await (Promise.resolve(1))'], 1],
  ['await of a function called at once', ['await (async () => 1)()'], 1],
  ['await [ … ]', ['(await [Promise.resolve(1)][0])'], 1],
  ['await in a template', ['`${await Promise.resolve(1)}`'], '1'],
  ['for await', ['let sum = 0; for await (const x of [Promise.resolve(1), 2]) sum += x; sum'], 3],
  ['await in a block', ['let y = 0; { if (await Promise.resolve(true)) y = 3; } y'], 3],
  [
    'using',
    ['const log: string[] = []; { using a = { [Symbol.dispose]() { log.push("gone"); } }; log.push("here"); } log'],
    ['here', 'gone'],
  ],
  [
    'using at the top level ends with the cell',
    ['const log: string[] = [];', 'using a = { [Symbol.dispose]() { log.push("gone"); } }; log.push("here");', 'log'],
    ['here', 'gone'],
  ],
  [
    'await using',
    ['const log: string[] = [];', 'await using a = { async [Symbol.asyncDispose]() { log.push("gone"); } };', 'log'],
    ['gone'],
  ],
  ['satisfies', ['const o = { a: 1 } satisfies Record<string, number>;', 'o.a'], 1],
  ['generics', ['const first = <T,>(xs: readonly T[]): T | undefined => xs[0];', 'first(["a"])!.length'], 1],
  ['a const type parameter', ['const f = <const T,>(x: T) => x;', 'f([1, 2])[1]'], 2],
  ['an accessor', ['class A { accessor x = 1 }', 'new A().x'], 1],
  ['a static block', ['class A { static x: number; static { A.x = 4; } }', 'A.x'], 4],
  [
    'a standard decorator of a class',
    [
      'const named = (target: any, context: ClassDecoratorContext) => { target.label = context.name; };',
      '@named class A { declare static label: string }',
      'A.label',
    ],
    'A',
  ],
  [
    'a standard decorator of a method',
    [
      'function twice(f: (x: number) => number, _: ClassMethodDecoratorContext) { return (x: number) => 2 * f(x); }',
      'class A { @twice one(x: number) { return x; } }',
      'new A().one(2)',
    ],
    4,
  ],
  [
    'a decorator with an export',
    ['const d = (_: unknown, __: ClassDecoratorContext) => {}; @d export class A { x = 1 }', 'new A().x'],
    1,
  ],
  ['optional chaining and ??', ['const o: { a?: { b: number } } = {};', 'o.a?.b ?? 5'], 5],
  ['a bigint', ['2n ** 64n'], 18446744073709551616n],
  ['a label', ['outer: for (const a of [1, 2]) for (const b of [1, 2]) { if (b === 2) continue outer; } 5'], 5],
  ['a method of ES2023', ['[1, 2].findLast((x) => x < 2)'], 1],
  ['eval sees the variables of its cell', ['const x = 6; eval("x")'], 6],
])('%s', async (_, cells, value) => {
  expect(await notebook.run(...cells)).toEqual(value);
});

test.each<[string, boolean]>([
  ['await 1', true],
  ['for await (const x of []);', true],
  ['await using x = null;', true],
  ['const f = async () => { await 1; };', false],
  ['class A { async f() { await 1; } }', false],
  ['async function f() { for await (const x of []); }', false],
])('%s awaits: %p', (cell, awaits) => {
  expect(notebook.convert(cell).awaits).toBe(awaits);
});

test('await in a function that is not async is an error', () => {
  expect(notebook.errors('function f() { await 1; }')).toEqual(['1:16-1:21 1308']);
});

test('code is strict, as in a module', () => {
  expect(notebook.convert('1').javascript).toMatch(/^"use strict";/);
});
