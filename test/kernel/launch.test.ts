import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { kernelSpec } from '../../lib/kernel/src';
import { KernelClient, ROOT } from './client';
import { contents, written } from './outputs';

const MAIN = path.join(ROOT, 'lib/kernel/dist/main.js');

test('the kernelspec starts main.js with the connection file', () => {
  expect(kernelSpec({ node: '/bin/node', main: '/x/main.js' })).toEqual({
    argv: ['/bin/node', '--no-force-async-hooks-checks', '/x/main.js', '--config-path', '{connection_file}'],
    display_name: 'TypeScript (lossbook)',
    language: 'typescript',
    interrupt_mode: 'message',
  });
});

test.each([[[]], [['--what']], [['--config-path', '/nowhere.json']]])(
  'called with %p it ends with one line',
  (args) => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^lossbook-kernel: .+\n$/);
  },
);

describe('a kernel', () => {
  test('ends when asked, though a timer runs and writes', async () => {
    const kernel = await KernelClient.start();
    await kernel.execute('setInterval(() => console.log(1), 1);');
    await kernel.shutdown();
    expect(kernel.process.exitCode).toBe(0);
  });

  test('imports TypeScript files, and takes in their changes', async () => {
    const kernel = await KernelClient.start();
    const outputOf = async (cell: string): Promise<string> => written(await kernel.execute(cell), 'stdout');
    writeFileSync(path.join(kernel.folder, 'inner.ts'), 'export const inner = 1;');
    writeFileSync(
      path.join(kernel.folder, 'outer.ts'),
      `import { inner } from './inner'; export const outer = inner + 1;`,
    );
    expect(await outputOf(`import { outer } from './outer'; console.log(outer);`)).toBe('2\n');
    writeFileSync(path.join(kernel.folder, 'inner.ts'), 'export const inner = 2;');
    writeFileSync(path.join(kernel.folder, 'other.ts'), `export { inner } from './inner';`);
    expect(await outputOf(`import { inner } from './other'; console.log(inner);`)).toBe('2\n');
    writeFileSync(path.join(kernel.folder, 'inner.ts'), 'export const inner: string = 2;');
    const wrong = await kernel.execute(`import { inner } from './inner'; inner`);
    expect(contents(wrong.outputs, 'error')).toMatchObject([{ ename: 'TypeScriptError' }]);
    await kernel.shutdown();
  });
});
