import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBubblewrap, runtimeFor, SandboxProcess } from 'lossbook-grader';
import { makeSnapshot, snapshotIn } from '../../../lib/grader/src/runtime/snapshot';
import { defaultLimits } from '../../../lib/grader/src/sandbox/limits';
import { root } from '../support/exercise';
import { describeInSandbox, emptyFolder, removeFolder } from '../support/grading';

const cache = emptyFolder();
afterAll(() => {
  removeFolder(cache);
});

const limits = { ...defaultLimits, wallSeconds: 60 };

test('where none can be made nothing is left, and nobody is told to use it', async () => {
  const folder = join(cache, 'broken');
  mkdirSync(folder);
  writeFileSync(join(folder, 'snapshot.js'), 'throw new Error("no");');
  await makeSnapshot(folder, limits);
  expect(readdirSync(folder)).toEqual(['snapshot.js']);
});

test('one that does not work is not kept', async () => {
  const folder = join(cache, 'failing');
  mkdirSync(folder);
  const main = 'require("node:v8").startupSnapshot.setDeserializeMainFunction(() => { throw new Error("no"); });';
  writeFileSync(join(folder, 'snapshot.js'), main);
  await makeSnapshot(folder, limits);
  expect(readdirSync(folder)).toEqual(['snapshot.js']);
});

describeInSandbox('a process made of a snapshot', () => {
  const processes: SandboxProcess[] = [];
  let folder: string;

  const start = async (): Promise<SandboxProcess> => {
    const process = new SandboxProcess(findBubblewrap(root), folder, limits);
    processes.push(process);
    expect(await process.request({ do: 'start' })).not.toHaveProperty('error');
    return process;
  };
  /** What an expression gives, by way of an exception's message. */
  const told = async (process: SandboxProcess, expression: string): Promise<unknown> => {
    const javascript = `throw new Error(JSON.stringify(${expression}) ?? 'undefined');`;
    const awaits = expression.includes('await ');
    const reply = await process.request({ do: 'run', filename: 'cell 1', javascript, awaits });
    return JSON.parse((reply as { error: { message: string } }).error.message);
  };

  beforeAll(async () => {
    process.env.LOSSBOOK_TEST_SECRET = 'secret';
    ({ folder } = await runtimeFor(root, ['lossbook.mseLoss'], cache));
    await makeSnapshot(folder, limits);
    delete process.env.LOSSBOOK_TEST_SECRET;
  }, 120_000);
  afterAll(() => Promise.all(processes.map((process) => process.end())));

  test('is one', async () => {
    expect(existsSync(snapshotIn(folder, limits))).toBe(true);
    const arguments_ = await told(await start(), 'process.execArgv');
    expect(arguments_).toContain('--snapshot-blob');
  });

  test('knows nothing of where the snapshot was made', async () => {
    const process = await start();
    expect(await told(process, 'process.cwd()')).toBe('/tmp');
    expect(await told(process, "require('path').resolve('x')")).toBe('/tmp/x');
    expect(await told(process, 'Object.keys(process.env).sort()')).toEqual(['HOME', 'LOSSBOOK_BACKEND', 'PWD']);
    expect(await told(process, '[__filename, process.argv, process.execPath]')).toEqual([
      '/tmp/notebook.ipynb',
      ['/grader/node', '/grader/runtime/worker.js'],
      '/grader/node',
    ]);
  });

  test('is not the same as another in what must differ', async () => {
    const different = "[Math.random(), require('crypto').randomUUID(), performance.timeOrigin]";
    const [first, second] = [await told(await start(), different), await told(await start(), different)] as unknown[][];
    for (const [place, value] of (first ?? []).entries()) expect(second?.[place]).not.toBe(value);
  });

  test('has what a process has without', async () => {
    const process = await start();
    expect(await told(process, "(await import('node:path')).basename('a/b')")).toBe('b');
    expect(await told(process, "require('mathjs').mean([1, 3])")).toBe(2);
    expect(await told(process, "require('@tensorflow/tfjs').tensor1d([1, 3]).mean().arraySync()")).toBe(2);
    expect(await told(process, "String(await require('lossbook').ready())")).toMatch(/^wasm/);
    const kinds =
      '[typeof WebAssembly, typeof SharedArrayBuffer, typeof Atomics.wait, typeof structuredClone, typeof fetch]';
    expect(await told(process, kinds)).toEqual(['object', 'function', 'function', 'function', 'function']);
  });

  test('lacks what it must lack', async () => {
    const process = await start();
    const attempt = (expression: string): string =>
      `(() => { try { return ${expression}, 'done'; } catch (error) { return error.message; } })()`;
    expect(await told(process, attempt("require('lossbook').mseLoss([1], [1])"))).toContain('lossbook.mseLoss');
    for (const denied of [
      "require('child_process').spawnSync('true')",
      "new (require('worker_threads').Worker)('', { eval: true })",
    ]) {
      expect(await told(process, attempt(denied))).toMatch(/Access to this API has been restricted/);
    }
    expect(await told(process, attempt("require('lossbook-grader')"))).toMatch(/não vale na correção/);
    expect(
      await told(process, 'Object.keys(globalThis).filter((name) => /ledger|lossbook|snapshot/i.test(name))'),
    ).toEqual([]);
  });
});
