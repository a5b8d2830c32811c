import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { result, runAll, testTypeScript, useKernel } from '../harness';
import { contents } from '../outputs';
import { onlyEsm } from './onlyEsm';

const kernel = useKernel({
  files: {
    ...onlyEsm,
    'node_modules/awaiting-esm/package.json': JSON.stringify({
      name: 'awaiting-esm',
      version: '1.0.0',
      type: 'module',
      exports: { types: './index.d.ts', default: './index.js' },
    }),
    'node_modules/awaiting-esm/index.js': `export const awaited = await Promise.resolve(6);`,
    'node_modules/awaiting-esm/index.d.ts': `export declare const awaited: number;`,
    'node_modules/exported-types/package.json': JSON.stringify({
      name: 'exported-types',
      version: '1.0.0',
      exports: {
        './sub': { types: './types/sub.d.ts', default: './code/sub.js' },
        '.': { types: './types/main.d.ts', default: './code/main.js' },
      },
    }),
    'node_modules/exported-types/code/main.js': `exports.main = 1;`,
    'node_modules/exported-types/types/main.d.ts': `export declare const main: number;`,
    'node_modules/exported-types/code/sub.js': `exports.sub = 's';`,
    'node_modules/exported-types/types/sub.d.ts': `export declare const sub: string;`,
    'node_modules/no-types/package.json': JSON.stringify({ name: 'no-types', version: '1.0.0', main: 'index.js' }),
    'node_modules/no-types/index.js': `module.exports = { untyped: 3 };`,
    'lib/deep.ts': `export const deep: number = 4;`,
    'lib/middle.ts': `import { deep } from './deep';\nexport const middle = deep + 1;\nexport interface Middle { value: number }`,
    'data.json': JSON.stringify({ rows: [1, 2, 3] }),
  },
});

/** Writes a file beside the notebook. */
function write(name: string, text: string): void {
  mkdirSync(dirname(join(kernel().folder, name)), { recursive: true });
  writeFileSync(join(kernel().folder, name), text);
}

const cases: [name: string, cells: string[], value: string][] = [
  ['a package that is an ECMAScript module only', [`import twice, { esm } from 'only-esm';`, 'twice(esm)'], '2'],
  ['such a package, by import()', [`const only = await import('only-esm'); only.esm`], '1'],
  ['an ECMAScript module with a top-level await', [`import { awaited } from 'awaiting-esm';`, 'awaited'], '6'],
  [
    'types that are found only through exports',
    [`import { main } from 'exported-types'; import { sub } from 'exported-types/sub';`, 'main + sub'],
    `'1s'`,
  ],
  ['a package without types', [`import * as untyped from 'no-types';`, '(untyped as any).untyped'], '3'],
  [
    'a .ts file of the workspace',
    [`import { middle, type Middle } from './lib/middle';`, 'const m: Middle = { value: middle }; m.value'],
    '5',
  ],
  ['a .ts file of the workspace, named with its extension', [`import { deep } from './lib/deep.ts'; deep`], '4'],
  ['JSON', [`import data from './data.json'; data.rows.length`], '3'],
  [
    'Node with and without node:',
    [`import fs from 'fs'; import { join } from 'node:path'; typeof fs.readFileSync + join('a', 'b')`],
    `'functiona/b'`,
  ],
];

describe('imports', () => {
  testTypeScript.each(cases)(
    '%s',
    async (_, cells, value) => {
      expect(result(await runAll(kernel(), ...cells))).toBe(value);
    },
    60_000,
  );

  testTypeScript('a .ts file that changes is read again by the next import', async () => {
    write('changing.ts', `export const version: number = 1;`);
    expect(result(await runAll(kernel(), `import { version } from './changing';`, 'version'))).toBe('1');
    write('changing.ts', `export const version: string = 'two';`);
    expect(result(await runAll(kernel(), `import { version } from './changing';`, 'version'))).toBe(`'two'`);
  });

  testTypeScript('a .ts file that imports another with its extension', async () => {
    write('inner-extension.ts', `export const inner: number = 3;`);
    write(
      'outer-extension.ts',
      `import { inner } from './inner-extension.ts'; export const outer: number = inner + 1;`,
    );
    expect(result(await runAll(kernel(), `import { outer } from './outer-extension.ts';`, 'outer'))).toBe('4');
  });

  testTypeScript('a .ts file above the notebook', async () => {
    write('../.notebook-above.ts', `export const above: number = 8;`);
    expect(result(await runAll(kernel(), `import { above } from '../.notebook-above';`, 'above'))).toBe('8');
  });

  testTypeScript('an error thrown in a .ts file names its line', async () => {
    write(
      'failing.ts',
      `export interface A { a: number }\n\nexport function fail(): never {\n  throw new Error('in a file');\n}`,
    );
    const { outputs } = await kernel().execute(`import { fail } from './failing'; fail();`);
    const [error] = contents(outputs, 'error');
    expect(String((error?.traceback as string[] | undefined)?.join('\n'))).toMatch(/failing\.ts/);
  });

  testTypeScript('a type error in a .ts file is told with the file', async () => {
    write('mistyped.ts', `export const n: number = 'x';`);
    const { outputs } = await kernel().execute(`import { n } from './mistyped'; n`);
    const shown = JSON.stringify(outputs);
    expect(shown).toMatch(/mistyped\.ts/);
    expect(shown).toMatch(/not assignable/);
  });

  testTypeScript('a package that is not there is an error that names it', async () => {
    const { outputs, reply } = await kernel().execute(`import * as missing from 'not-installed-anywhere'; missing`);
    expect(reply.status).toBe('error');
    expect(JSON.stringify(contents(outputs, 'error'))).toContain('not-installed-anywhere');
  });

  testTypeScript(
    'the losses of the course',
    async () => {
      const cells = [
        `import { huberLoss, ready } from 'lossbook';\nawait ready('wasm');`,
        'huberLoss([0, 3], [0, 0]).dataSync()[0]',
      ];
      expect(result(await runAll(kernel(), ...cells))).toBe('1.25');
    },
    60_000,
  );
});
