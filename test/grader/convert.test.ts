import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversionStopped, Converters, HelperProcess, type ConvertLimits } from 'lossbook-grader';
import { root } from './support/exercise';

const folder = join(root, '.cache/grader/cells');
const generous: ConvertLimits = { cpuSeconds: 30, wallSeconds: 120, memoryBytes: 4 * 2 ** 30 };

describe('converting cells in a helper process', () => {
  test('types come from the repository, declarations from earlier cells', async () => {
    const converters = new Converters(folder, 1, generous);
    try {
      const first = await converters.convert('', "import * as tf from '@tensorflow/tfjs';\nconst x = tf.scalar(1);");
      if (first instanceof ConversionStopped) throw first;
      expect(first.diagnostics).toEqual([]);
      const second = await converters.convert(first.declarations, 'const y: string = x;');
      expect(second).toMatchObject({ diagnostics: [{ line: 1, column: 7, code: 2322 }] });
    } finally {
      converters.close();
    }
  }, 120_000);

  test('a cell that is a module does not stay for the next student', async () => {
    const converters = new Converters(folder, 1, generous);
    try {
      await converters.convert('', '/** @module leak */\nexport const secret = 1;');
      const next = await converters.convert('', "import { secret } from './leak';\nsecret;");
      expect(next).toMatchObject({ diagnostics: [{ code: 2307 }] });
    } finally {
      converters.close();
    }
  }, 120_000);

  test('a message does not tell where the course lies', async () => {
    const helper = new HelperProcess(folder, generous);
    try {
      const { diagnostics } = await helper.convert(
        '',
        "import * as lossbook from 'lossbook';\nconst x: number = lossbook;",
      );
      const [message = ''] = diagnostics.map(({ message }) => message);
      expect(message).toContain('typeof import("lib/losses/dist/index")');
      expect(message).not.toContain(root);
    } finally {
      helper.close();
    }
  }, 120_000);

  test('no file of the machine is read, whatever a cell names', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lossbook-elsewhere-'));
    writeFileSync(
      join(elsewhere, 'a.ts'),
      "export const word = 'hunter2';\ndeclare global { const hunter: 'hunter2'; }",
    );
    writeFileSync(join(elsewhere, 'b.js'), "exports.word = 'hunter2';");
    writeFileSync(join(elsewhere, 'c.json'), '{ "hunter2": 1 }');
    const oracle = join(root, 'solutions/oracles/regression/mse');
    const helper = new HelperProcess(folder, generous);
    try {
      for (const cell of [
        ...['a', 'b', 'b.js'].map((name) => `import { word } from '${elsewhere}/${name}';\nconst x: 1 = word;`),
        `import * as all from '${elsewhere}/c.json';\nconst x: 1 = all;`,
        `let all: keyof typeof import('${elsewhere}/c.json') = 1;`,
        `/// <reference path="${elsewhere}/a.ts" />\nconst x: 1 = hunter;`,
        `/// <reference types="${elsewhere}/a" />\nconst x: 1 = hunter;`,
        `let all: keyof typeof import('${oracle}') = 1;`,
        `let all: keyof typeof import('../../../solutions/oracles/regression/mse') = 1;`,
      ]) {
        const { diagnostics } = await helper.convert('', cell);
        // Not found, as a module, a file, a type definition.
        expect([2307, 6053, 2688]).toContain(diagnostics[0]?.code);
        expect(diagnostics.map(({ message }) => message).join()).not.toContain('hunter2');
      }
    } finally {
      helper.close();
      rmSync(elsewhere, { recursive: true });
    }
  }, 120_000);

  test('cells that are converted together are what they are alone: faults, packages that are not shared, types of their own', async () => {
    const tensorflow = "import * as tf from '@tensorflow/tfjs';\nconst x = tf.scalar(1).add(1);";
    const cells = [
      tensorflow,
      "import * as tf from '@tensorflow/tfjs';\nconst y = tf.scalar(2);\ny",
      // Its tensors have no methods for operations, unless another cell's package says so to all files.
      "import * as tf from '@tensorflow/tfjs-core';\nconst x = tf.scalar(1).add(1);",
      "const f: number = 'one';",
      'const f = (',
      'interface Shared { a: number }\nconst s: Shared = { a: 1 };',
      "interface Shared { b: string }\nconst s: Shared = { b: '' };",
      'declare global { interface Array<T> { own: T } }\nconst o = [1].own;',
      'const o = [1].own;',
    ];
    const [together, alone] = [new Converters(folder, 1, generous), new HelperProcess(folder, generous)];
    try {
      const found = await Promise.all(cells.map((cell) => together.convert('', cell)));
      for (const [i, cell] of cells.entries()) expect(found[i]).toEqual(await alone.convert('', cell));
      const faulty = found.map((one) => !(one instanceof ConversionStopped) && one.diagnostics.length > 0);
      expect(faulty).toEqual([false, false, true, true, true, false, false, false, true]);
    } finally {
      together.close();
      alone.close();
    }
  }, 120_000);

  test('a helper that goes beyond its limits is replaced, and nobody else waits', async () => {
    const converters = new Converters(folder, 1, { ...generous, memoryBytes: 1 });
    try {
      // Types that double 24 times: long enough for the watch to see the memory that the compiler has anyway.
      const doubling = Array.from({ length: 24 }, (_, i) => `type T${i + 1} = [...T${i}, ...T${i}];`).join('\n');
      const [one, two] = await Promise.all([
        converters.convert('', `type T0 = [1];\n${doubling}\nconst x: T24 = 1;`),
        converters.convert('', `type T0 = [2];\n${doubling}\nconst x: T24 = 1;`),
      ]);
      expect([one, two].map((result) => result instanceof ConversionStopped && result.message)).toEqual([
        'memory',
        'memory',
      ]);
    } finally {
      converters.close();
    }
  }, 120_000);

  test('a helper that ended by itself is replaced', async () => {
    const helper = new HelperProcess(folder, generous);
    try {
      await helper.convert('', 'const a = 1;');
      const pid = helper.pid ?? 0;
      process.kill(pid, 'SIGKILL');
      while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
      await expect(
        helper.convert('', 'const b = 1;').catch(() => helper.convert('', 'const b = 1;')),
      ).resolves.toMatchObject({ diagnostics: [] });
      expect(helper.pid).not.toBe(pid);
    } finally {
      helper.close();
    }
  }, 120_000);

  test('a helper whose grader was killed while it started ends without a word', async () => {
    const helper = fork(join(root, 'lib/grader/dist/convert/helper.js'), [folder], { silent: true });
    let said = '';
    helper.stderr?.on('data', (chunk) => (said += String(chunk)));
    helper.disconnect();
    const [status] = (await once(helper, 'exit')) as [number | null];
    expect(said).toBe('');
    expect(status).toBe(0);
  }, 120_000);

  test('the same cell after the same declarations is converted once', async () => {
    const converters = new Converters(folder, 1, generous);
    try {
      expect(converters.convert('', 'const a = 1;')).toBe(converters.convert('', 'const a = 1;'));
      await converters.convert('', 'const a = 1;');
    } finally {
      converters.close();
    }
  }, 120_000);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
