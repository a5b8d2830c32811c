import { result, runAll, testTypeScript, useKernel } from '../harness';
import { written } from '../outputs';

const kernel = useKernel();

const cases: [name: string, cells: string[], value: string][] = [
  [
    'const {a, b} = f()',
    ['const f = () => ({ a: 1, b: { c: [2, 3] } });', 'const { a, b: { c: [, c1] } } = f();', 'a + c1'],
    '4',
  ],
  ['const [x, ...rest] = …', ['const [x, ...rest] = [1, 2, 3];', 'rest.length + x'], '3'],
  ['destructuring an assignment', ['let p = 1, q = 2;', '[p, q] = [q, p];', 'p * 10 + q'], '21'],
  ['shorthand {x} of an earlier cell', ['const x = 1, y = 2;', '({ x, y }).x + { y }.y'], '3'],
  ['shorthand in a function of a later cell', ['const x4 = 4;', 'function g() { return { x4 }; }', 'g().x4'], '4'],
  ['shorthand in a destructuring assignment', ['let z = 1;', '({ z } = { z: 7 });', 'z'], '7'],
  ['await (expr)', ['const answered = await (async () => 1)();', 'await (Promise.resolve(answered + 1))'], '2'],
  [
    'for await, and await in a condition',
    [
      'async function* three() { yield 1; yield 2; }',
      'let sum = 0; for await (const n of three()) sum += n; if (await (Promise.resolve(true))) sum += 10; sum',
    ],
    '13',
  ],
  [
    'const declared again, with another type',
    ['const again: number = 1;', `const again: string = 'b';`, 'again'],
    `'b'`,
  ],
  [
    'const declared again as let, let as function',
    ['const thing = 1;', 'let thing = 2; thing++;', 'function thing() { return 9; }', 'thing()'],
    '9',
  ],
  ['class declared again', ['class Point { x = 1 }', 'class Point { y = 2 }', 'new Point().y'], '2'],
  [
    'class declared again over the cell that extends it',
    [
      'class Base { v() { return 1; } }',
      'class Derived extends Base { w() { return this.v() + 1; } }',
      'new Derived().w()',
    ],
    '2',
  ],
  ['enum declared again', ['enum Colour { Red, Green }', 'enum Colour { Blue = 5 }', 'Colour.Blue'], '5'],
  ['const enum', ['const enum Size { S = 3 }', 'Size.S'], '3'],
  [
    'interface and type declared again',
    ['interface Row { a: number }', 'interface Row { b: string }', `const row: Row = { b: 'x' }; row.b`],
    `'x'`,
  ],
  ['imported name declared again', [`import { EOL } from 'os';`, 'let EOL = 3;', 'EOL'], '3'],
  [
    'running the same cell again',
    ['const same = 1; class Same {} enum E1 { A }', 'const same = 1; class Same {} enum E1 { A }', 'same'],
    '1',
  ],
  [
    'decorators',
    [
      'function twice<T>(target: (this: T) => number, _: ClassMethodDecoratorContext) { return function (this: T) { return 2 * target.call(this); }; }',
      'class Decorated { @twice five() { return 5; } }',
      'new Decorated().five()',
    ],
    '10',
  ],
  [
    'import type',
    [`import type { Dirent } from 'node:fs';`, `const entry: Pick<Dirent, 'name'> = { name: 'n' };`, 'entry.name'],
    `'n'`,
  ],
  [
    'import { type T }',
    [
      `import { type ParsedPath, parse } from 'node:path';`,
      `const parsed: ParsedPath = parse('/a/b.c');`,
      'parsed.base',
    ],
    `'b.c'`,
  ],
  [
    'export in a cell',
    [
      'export const exported = 1; export function exportedToo(): number { return exported; }',
      'exportedToo() + exported',
    ],
    '2',
  ],
  [
    'generics',
    [
      'function first<T extends { length: number }>(items: readonly T[]): T | undefined { return items[0]; }',
      `first(['ab'])?.length`,
    ],
    '2',
  ],
  [
    'satisfies',
    [
      'const palette = { red: [255, 0, 0], green: "#0f0" } satisfies Record<string, string | number[]>;',
      'palette.green.toUpperCase()',
    ],
    `'#0F0'`,
  ],
  [
    'using',
    ['let log = "";', '{ using resource = { [Symbol.dispose]() { log += "closed"; } }; log += "open,"; }', 'log'],
    `'open,closed'`,
  ],
  [
    'await using',
    [
      'let log2 = "";',
      '{ await using resource = { async [Symbol.asyncDispose]() { log2 += "closed"; } }; log2 += "open,"; }',
      'log2',
    ],
    `'open,closed'`,
  ],
  [
    'private fields, static blocks, accessors',
    [
      'class Counter { #n = 0; static start = 0; static { this.start = 5; } get n() { return this.#n; } add() { this.#n++; return this; } }',
      'new Counter().add().n + Counter.start',
    ],
    '6',
  ],
  [
    'abstract classes, overloads and this types',
    [
      'abstract class Shape { abstract area(): number; twice(): number { return 2 * this.area(); } }\nclass Square extends Shape { constructor(private readonly side: number) { super(); } override area(): number { return this.side ** 2; } }',
      'new Square(3).twice()',
    ],
    '18',
  ],
  ['namespace', ['namespace Geometry { export const two = 2; }', 'Geometry.two'], '2'],
  [
    'const type parameters and template literal types',
    [
      'function tuple<const T extends readonly unknown[]>(items: T): T { return items; }\ntype Event1 = `on${Capitalize<"click">}`; const name1: Event1 = "onClick";',
      'const [one] = tuple([1, 2]); const exact: 1 = one; exact',
    ],
    '1',
  ],
  [
    'optional chaining, nullish and logical assignment',
    ['const maybe: { a?: { b: number } } = {};', 'let n0: number | undefined; n0 ??= maybe.a?.b ?? 8; n0'],
    '8',
  ],
  [
    'closures see the changed let of an earlier cell',
    ['let count = 0; const bump = () => ++count;', 'bump(); count += 10; bump()'],
    '12',
  ],
  [
    'a let changed by a timer of an earlier cell',
    ['let ticked = 0; setTimeout(() => { ticked = 5; }, 20);', 'await new Promise((r) => setTimeout(r, 100)); ticked'],
    '5',
  ],
  ['var and functions are hoisted', ['hoisted(); var v1 = 3; function hoisted() { return 1; }', 'v1 + hoisted()'], '4'],
  [
    'labels, comma, regular expressions and templates',
    ['outer: for (const i of [1, 2]) { for (;;) continue outer; }', '`${/(?<y>\\d{4})/.exec("in 2024")?.groups?.y}`'],
    `'2024'`,
  ],
  ['an object literal as an expression', ['({ a: 1 }).a'], '1'],
  ['a cell that ends in a comment', ['6 * 7 // the answer'], '42'],
  ['strings that look like code', [`const quoted = "import x from 'y'; await (z)"; quoted.length`], '28'],
  ['BigInt, Symbol and Map', ['new Map([[1n, Symbol("s")]]).get(1n)?.description'], `'s'`],
  ['dynamic import', [`const loaded = await import('node:path'); loaded.basename('/a/b')`], `'b'`],
  ['require', [`const os1 = require('os'); typeof os1.cpus`], `'function'`],
  ['import = require', [`import path1 = require('path'); path1.basename('/a/b')`], `'b'`],
  ['default and namespace import of a package', [`import * as mathjs from 'mathjs'; mathjs.add(1, 2)`], '3'],
  [
    'Iterator helpers, structuredClone, fetch and URL are known',
    ['typeof fetch === "function" && structuredClone({ a: new URL("http://x/").host }).a'],
    `'x'`,
  ],
];

describe('TypeScript as people write it', () => {
  testTypeScript.each(cases)(
    '%s',
    async (_, cells, value) => {
      expect(result(await runAll(kernel(), ...cells))).toBe(value);
    },
    60_000,
  );
});

testTypeScript('what is declared in a failed cell before its error is there, and can be declared again', async () => {
  const { reply } = await kernel().execute(`const before = 1; throw new Error('x'); const after1 = 2;`);
  expect(reply.status).toBe('error');
  expect(result(await runAll(kernel(), 'const before = 5;', 'before'))).toBe('5');
});

testTypeScript('a cell with a type error declares nothing', async () => {
  await kernel().execute(`const undeclared: number = 'x';`);
  const { reply } = await kernel().execute('undeclared');
  expect(reply.status).toBe('error');
});

testTypeScript('console has its methods: table, dir, error with format, group, time', async () => {
  const outcome = await runAll(
    kernel(),
    `console.log('%s is %d', 'x', 4); console.table([{ a: 1 }]); console.group('g'); console.log('inside'); console.groupEnd(); console.dir({ a: { b: { c: {} } } }, { depth: 0 });`,
  );
  expect(written(outcome, 'stdout')).toMatch(/x is 4\n[\s\S]*│ +a[\s\S]*g\n {2}inside\n\{ a: \[Object\] \}/);
});
