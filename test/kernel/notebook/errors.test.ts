import ts from 'typescript';
import { stripVTControlCharacters } from 'node:util';
import type { ErrorMessage } from '../../../lib/kernel/src/threads/notebook-messages';
import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeAll(async () => {
  notebook = await NotebookProcess.start();
});
afterAll(() => {
  notebook.stop();
});

/** The error of a cell written in TypeScript, its traceback without colours. */
async function errorOf(source: string): Promise<ErrorMessage> {
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true },
  });
  const { done } = await notebook.run(outputText, {
    source,
    ...(sourceMapText !== undefined && { sourceMap: sourceMapText }),
  });
  if (!done.error) throw new Error('the cell ran');
  return { ...done.error, traceback: done.error.traceback.map(stripVTControlCharacters) };
}

test('a traceback shows the lines as written, an arrow and a caret', async () => {
  const { ename, evalue, traceback } = await errorOf(`interface Gone {
  gone: 1;
}
const inner = (deep: number): never => {
  throw new RangeError(\`too deep: \${deep}\`);
};

type Also = Gone;
inner(3 as number);`);
  expect({ ename, evalue }).toEqual({ ename: 'RangeError', evalue: 'too deep: 3' });
  expect(traceback.map((line) => line.replace(/Cell \d+/, 'Cell N'))).toEqual([
    'RangeError: too deep: 3',
    'Cell N, line 5, in inner',
    '      3 }',
    '      4 const inner = (deep: number): never => {',
    '----> 5   throw new RangeError(`too deep: ${deep}`);',
    '                ^',
    '      6 };',
    '      7 ',
    'Cell N, line 9',
    '      7 ',
    '      8 type Also = Gone;',
    '----> 9 inner(3 as number);',
    '        ^',
  ]);
});

test('a function of an earlier cell shows that cell’s lines, and async calls are followed', async () => {
  await notebook.run('exports.later = async function later() {\n  await 1;\n  throw new Error("late");\n}', {
    cell: 900,
    sourceMap: '{"version":3,"sources":["c"],"names":[],"mappings":"AAAA;AACA;AACA;AACA"}',
  });
  const { traceback } = await errorOf('async function outer() {\n  await exports.later();\n}\nawait outer();');
  const calls = traceback.filter((line) => line.startsWith('Cell'));
  expect(calls).toEqual([
    'Cell 900, line 3, in later',
    expect.stringMatching(/^Cell \d+, line 2, in outer$/),
    expect.stringMatching(/^Cell \d+, line 4$/),
  ]);
  expect(traceback).toContain('----> 3   throw new Error("late");');
});

test('calls of the kernel and of Node are left out, those of libraries stay', async () => {
  const { traceback } = await errorOf("const { mseLoss } = require('lossbook');\nawait 1;\nmseLoss([1], [1, 2])");
  expect(traceback.join('\n')).not.toMatch(/node:|lib\/kernel/);
  expect(traceback.join('\n')).toMatch(/ {4}at .*lib\/losses\/dist/);
});

test('a library’s many calls leave room for the reader’s, and a recursion is told once', async () => {
  const deep =
    "const deep = new Function('n', 'act', 'return n === 0 ? act() : this.deep(n - 1, act)'); globalThis.deep = deep;";
  const { traceback } = await errorOf(`${deep}
globalThis.deep(20, () => { throw new Error('x'); });`);
  expect(traceback.at(-2)).toBe("----> 2 globalThis.deep(20, () => { throw new Error('x'); });");
  expect(traceback.filter((line) => /^ {4}at .*anonymous/.test(line))).toHaveLength(6);
  expect(traceback).toContain('    … 15 more');
  const recursion = await errorOf(
    'const down = (n: number): number => (n === 0 ? JSON.parse("{") : down(n - 1) + 1); down(20)',
  );
  expect(recursion.traceback.filter((line) => line.includes('in down, 20 times'))).toHaveLength(1);
});

test('a TypeScript file beside the notebook shows its lines', async () => {
  const text = 'interface A {\n}\n\nexport function fail(): never {\n  throw new Error("in a file");\n}';
  const { outputText, sourceMapText = '' } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true },
  });
  const path = `${process.cwd()}/beside (1)/failing.js`;
  const source = { path: path.replace('.js', '.ts'), text, sourceMap: sourceMapText };
  const { done } = await notebook.run(`require(${JSON.stringify(path)}).fail()`, {
    sideOutputs: [{ path, data: outputText, source }],
  });
  const traceback = done.error?.traceback.map(stripVTControlCharacters);
  expect(traceback).toContain('beside (1)/failing.ts, line 5, in fail');
  expect(traceback).toContain('----> 5   throw new Error("in a file");');
});

test('stack is mapped for the cell’s own use', async () => {
  const { evalue } = await errorOf(
    'interface A {\n}\n\ntry { throw new Error("x") } catch (e) { throw new Error((e as Error).stack) }',
  );
  expect(evalue).toMatch(/^Error: x\n {4}at cell \d+:4:13$/);
});

test('causes, the errors of an AggregateError, and what an error carries', async () => {
  const { traceback } = await errorOf(`const cause = new TypeError('first', { cause: { plain: 1 } });
throw new AggregateError([new Error('one'), 'two'], 'both', { cause });`);
  const text = traceback.join('\n');
  expect(text).toMatch(/^AggregateError: both\n/);
  expect(text).toMatch(
    /\n\nCaused by: TypeError: first\n[^]*\n\nCaused by: { plain: 1 }\n\nError 1 of 2: Error: one\n[^]*\n\nError 2 of 2: 'two'$/,
  );
  const { traceback: own } = await errorOf("throw Object.assign(new Error('e'), { code: 'E1' })");
  expect(own).toContain("{ code: 'E1' }");
});

test('a cause that is the error itself ends', async () => {
  const { traceback } = await errorOf("const e = new Error('self'); e.cause = e; throw e");
  expect(traceback.join('\n')).not.toContain('Caused by');
  const pair = await errorOf("const a = new Error('a'); const b = new Error('b', { cause: a }); a.cause = b; throw a");
  expect(pair.traceback.filter((line) => line.startsWith('Caused by'))).toEqual(['Caused by: Error: b']);
});

test.each([
  ['throw 5', 'Uncaught', '5'],
  ['throw undefined', 'Uncaught', 'undefined'],
  ['throw "text"', 'Uncaught', "'text'"],
  ['throw { a: 1 }', 'Uncaught', '{ a: 1 }'],
  ['await Promise.reject(null)', 'Uncaught', 'null'],
  ["throw { [Symbol.for('nodejs.util.inspect.custom')]() { throw 1 } }", 'Uncaught', 'a value that cannot be shown'],
  ["throw Object.defineProperty(new Error('e'), 'stack', { get() { throw 1 } })", 'Error', 'e'],
  ["throw Object.defineProperty(new Error(), 'message', { get() { throw 1 } })", 'Error', ''],
  ["throw Object.assign(new Error('e'), { name: 5, message: {} })", 'Error', ''],
  ["class Mine extends Error { override name = 'Mine' } throw new Mine('m')", 'Mine', 'm'],
  ["class Mine extends Error {} throw new Mine('m')", 'Mine', 'm'],
  ['const f = (): number => f() + 1; f()', 'RangeError', 'Maximum call stack size exceeded'],
  ["throw new Error('a\\nb')", 'Error', 'a\nb'],
  [
    'throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 }, ownKeys() { throw 3 } })',
    'Uncaught',
    // Node 26 says that it is a proxy.
    expect.stringMatching(/^(Proxy\()?\{\}\)?$/) as string,
  ],
])('%s', async (code, ename, evalue) => {
  const error = await errorOf(code);
  expect(error).toMatchObject({ ename, evalue });
  expect(error.evalue).toBe(stripVTControlCharacters(error.evalue));
  expect((await notebook.run('exports.last = 1')).done.result?.data).toEqual({ 'text/plain': '1' });
});

test('console.trace says what it was given, and where', async () => {
  const traced = await errorOf(`const written: string[] = [];
const { error } = console;
console.error = (text: string) => { written.push(text); };
console.trace('where');
console.error = error;
throw new Error(written.join());`);
  expect(traced.evalue).toMatch(/^Trace: where\n/);
});
