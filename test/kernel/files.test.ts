import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KernelClient } from './client';
import { result, runAll } from './harness';

/** What Node.js gives a file, a cell has; what of the reader's files has changed is loaded anew. */
let kernel: KernelClient;
beforeAll(async () => {
  const files = {
    'data.json': '{"rows": [1]}',
    'top.js': `exports.value = require('./deep.js').value;`,
    'deep.js': `exports.value = 'old'; globalThis.loads = (globalThis.loads ?? 0) + 1;`,
    'reads.ts': `import data from './data.json'; export const rows = data.rows; export const place = import.meta.filename;`,
  };
  kernel = await KernelClient.start({ files, env: { JPY_SESSION_NAME: 'lesson.ipynb' } });
}, 60_000);
afterAll(() => kernel.shutdown());

const path = (name: string): string => join(kernel.folder, name);

test('__filename, __dirname and import.meta name the notebook', async () => {
  const cell = `[__filename, __dirname, import.meta.filename, import.meta.dirname, import.meta.url].join()`;
  const notebook = path('lesson.ipynb');
  const names = [notebook, kernel.folder, notebook, kernel.folder, pathToFileURL(notebook).href];
  expect(result(await runAll(kernel, cell))).toContain(names.join());
});

test('require, import.meta.resolve and createRequire find what lies beside the notebook', async () => {
  expect(result(await runAll(kernel, `require('./data.json').rows[0]`))).toBe('1');
  const cell = `import { createRequire } from 'node:module'; createRequire(import.meta.url)('./data.json').rows[0]`;
  expect(result(await runAll(kernel, cell))).toBe('1');
  expect(result(await runAll(kernel, `import.meta.resolve('./data.json')`))).toContain(
    pathToFileURL(path('data.json')).href,
  );
});

test('a cell is the main module, and a file that it imports is not', async () => {
  expect(result(await runAll(kernel, 'require.main === module'))).toBe('true');
});

test('their names may be declared, and are later cells’ then', async () => {
  expect(
    result(await runAll(kernel, `const __dirname = 3; const module = 4; let __filename = 5;`, '__dirname + module')),
  ).toBe('7');
});

test('JSON that has changed is imported anew, by cells and by files', async () => {
  const [cell, file] = [
    `import data from './data.json'; data.rows.length`,
    `import { rows } from './reads'; rows.length`,
  ];
  expect(result(await runAll(kernel, file))).toBe('1');
  expect(result(await runAll(kernel, cell))).toBe('1');
  writeFileSync(path('data.json'), '{"rows": [1, 2]}');
  expect(result(await runAll(kernel, cell))).toBe('2');
  expect(result(await runAll(kernel, file))).toBe('2');
});

test('so is JavaScript, and what imports it; what has not changed is not', async () => {
  const cell = `import { value } from './top.js'; value + (globalThis as any).loads`;
  expect(result(await runAll(kernel, cell))).toBe(`'old1'`);
  expect(result(await runAll(kernel, cell))).toBe(`'old1'`);
  writeFileSync(path('deep.js'), `exports.value = 'new';`);
  expect(result(await runAll(kernel, cell))).toBe(`'new1'`);
});

test('import.meta of a .ts file names that file', async () => {
  expect(result(await runAll(kernel, `import { place } from './reads'; place`))).toContain(path('reads.'));
});
