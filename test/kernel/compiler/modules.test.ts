import { utimesSync } from 'node:fs';
import path from 'node:path';
import { Notebook, runInNode } from './notebook';

let notebook: Notebook;
let clock = Date.now() / 1000;

beforeAll(() => {
  notebook = new Notebook({
    'node_modules/only-import/package.json': JSON.stringify({
      name: 'only-import',
      type: 'module',
      exports: { import: { types: './types/index.d.ts', default: './index.js' } },
    }),
    'node_modules/only-import/index.js': 'export const one = 1; export default class { two = 2 }; await null;',
    'node_modules/only-import/types/index.d.ts':
      'export declare const one: number;\nexport default class { two: number }',
    'node_modules/dual/package.json': JSON.stringify({
      name: 'dual',
      exports: {
        '.': {
          import: { types: './m.d.mts', default: './m.mjs' },
          require: { types: './c.d.cts', default: './c.cjs' },
        },
        './sub': { types: './sub-types.d.ts', default: './sub.js' },
      },
    }),
    'node_modules/dual/m.mjs': 'export const kind = "import";',
    'node_modules/dual/m.d.mts': 'export declare const kind: "import";',
    'node_modules/dual/c.cjs': 'exports.kind = "require";',
    'node_modules/dual/c.d.cts': 'export declare const kind: "require";',
    'node_modules/dual/sub.js': 'exports.sub = (x) => x + 1;',
    'node_modules/dual/sub-types.d.ts': 'export declare function sub(x: number): number;',
    'node_modules/old/package.json': JSON.stringify({
      name: 'old',
      main: 'lib.js',
      types: 'old.d.ts',
      exports: './lib.js',
    }),
    'node_modules/old/lib.js': 'module.exports = function old() { return "old"; };',
    'node_modules/old/old.d.ts': 'declare function old(): string;\nexport = old;',
    'node_modules/untyped/package.json': JSON.stringify({ name: 'untyped' }),
    'node_modules/untyped/index.js': 'exports.x = 5;',
    'data.json': '{"answer": 42}',
    'tools/inner.ts': 'export const base: number = 10;',
    'tools/index.ts': `import { base } from './inner';
export function add(x: number): number { return base + x; }
export enum Kind { A = 'a' }
export interface Shape { side: number }`,
    'plain.js': 'exports.plain = 3;',
  });
});
afterAll(() => {
  notebook.close();
});
beforeEach(() => {
  notebook.restart();
});

/** Changes a file at a later time of the file system. */
function change(name: string, text: string): void {
  notebook.write(name, text);
  clock += 10;
  utimesSync(path.join(notebook.folder, name), clock, clock);
}

test.each<[string, string[], unknown]>([
  [
    'a module of Node.js',
    ["import * as os from 'node:os'; import path, { sep } from 'path';", '[os.EOL, path.sep === sep]'],
    ['\n', true],
  ],
  [
    'a default and names',
    [
      "import fs, { existsSync, type Stats } from 'fs';",
      'const f = (s: Stats) => s.size; [typeof fs.readFileSync, existsSync("/"), f.length]',
    ],
    ['function', true, 1],
  ],
  ['a name under another', ["import { EOL as end } from 'os';", 'end'], '\n'],
  ['import type', ["import type { Stats } from 'fs';", 'const s = { size: 1 } as Stats; s.size'], 1],
  [
    'import type of a class',
    ["import type { EventEmitter } from 'events';", 'let e: EventEmitter | undefined; e'],
    undefined,
  ],
  ['import = require', ["import util = require('util');", 'util.inspect(1)'], '1'],
  ['require', ["const os = require('os') as typeof import('os');", 'os.EOL'], '\n'],
  ['import()', ["const os = await import('os');", 'os.EOL'], '\n'],
  ['import() of a name that is computed', ["const os = await import('o' + 's'); os.EOL"], '\n'],
  ['import() of a file', ["const tools = await import('./tools'); tools.add(1)"], 11],
  ['a module for what it does', ["import 'os'; 5"], 5],
  ['a package for both, by require', ["import { kind } from 'dual';", 'const k: "require" = kind; k'], 'require'],
  ['a part of a package, with types by exports', ["import { sub } from 'dual/sub';", 'sub(1).toFixed()'], '2'],
  ['a package whose types its exports leave out', ["import old from 'old';", 'old().length'], 3],
  ['a package without types', ["import { x } from 'untyped';", 'x'], 5],
  ['JSON', ["import data from './data.json';", 'data.answer.toFixed()'], '42'],
  ['a JavaScript file', ["import { plain } from './plain.js';", 'plain'], 3],
  ['a folder of TypeScript', ["import { add } from './tools';", 'add(1)'], 11],
  ['a TypeScript file by its extension', ["import { base } from './tools/inner.ts';", 'base'], 10],
  ['a TypeScript file by that of its JavaScript', ["import { base } from './tools/inner.js';", 'base'], 10],
  [
    'an enum and a type of a file',
    ["import { Kind, type Shape } from './tools';", 'const s: Shape = { side: 2 }; [Kind.A, s.side]'],
    ['a', 2],
  ],
  ['export from', ["export { add } from './tools'; import { add as plus } from './tools'; plus(2)"], 12],
])('%s', async (_, cells, value) => {
  expect(await notebook.run(...cells)).toEqual(value);
});

test.each<[string, string[], unknown]>([
  ['a package that only import finds', ["import Two, { one } from 'only-import';", 'one + new Two().two'], 3],
  ['all of it', ["import * as all from 'only-import'; all.one", 'all.one'], 1],
  ['import() of it', ["const f = async () => (await import('only-import')).one;", 'await f()'], 1],
])('an ECMAScript module: %s', (_, cells, value) => {
  expect(runInNode(notebook.folder, cells)).toBe(value);
});

test('a file that changes is read, checked and run again, and so is what imports it', async () => {
  change('changing/inner.ts', 'export const value: number = 1;');
  change('changing/outer.ts', "export { value } from './inner';");
  expect(await notebook.run("import { value } from './changing/outer'; value")).toBe(1);
  expect(notebook.convert("import { value } from './changing/outer'; value").sideOutputs).toEqual([]);
  change('changing/inner.ts', 'export const value: string = "two";');
  expect(await notebook.run("import { value } from './changing/outer'; value.length")).toBe(3);
});

test('an error in a file names the file', () => {
  change('broken.ts', 'export const a = 1;\nexport const b: string = a;');
  const { diagnostics } = notebook.convert("import { b } from './broken'; b");
  expect(diagnostics).toMatchObject([
    { file: 'broken.ts', line: 2, column: 14, endLine: 2, endColumn: 15, code: 2322 },
  ]);
});

test('a file that is written later is found', async () => {
  expect(notebook.errors("import { later } from './later';")).toEqual(['1:23-1:32 2307']);
  change('later.ts', 'export const later = 1;');
  expect(await notebook.run("import { later } from './later'; later")).toBe(1);
});

test('a package that is installed later is found', async () => {
  expect(notebook.errors("import { x } from 'new-package';")).toEqual(['1:19-1:32 2307']);
  notebook.write('node_modules/new-package/package.json', JSON.stringify({ name: 'new-package', types: 'index.d.ts' }));
  notebook.write('node_modules/new-package/index.js', 'exports.x = 1;');
  notebook.write('node_modules/new-package/index.d.ts', 'export declare const x: number;');
  expect(await notebook.run("import { x } from 'new-package'; x")).toBe(1);
});

test('an import that is not used is loaded all the same, a type is not', () => {
  expect(notebook.convert("import * as os from 'os';").javascript).toContain('require("os")');
  expect(notebook.convert("import { Stats } from 'fs'; import type { Server } from 'net';").javascript).not.toContain(
    '"net"',
  );
});

test('TensorFlow.js and lossbook have their types', async () => {
  await notebook.run(
    "import * as tf from '@tensorflow/tfjs'; import * as lossbook from 'lossbook';",
    'const t = tf.tensor1d([1, 2]);',
  );
  expect(notebook.errors('const s: string = t;')).toEqual(['1:7-1:8 2322']);
  expect(notebook.errors('lossbook.noSuchLoss')).toEqual(['1:10-1:20 2339']);
});
