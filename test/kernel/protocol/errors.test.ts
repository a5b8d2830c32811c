import { cell, result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, written } from '../outputs';

const kernel = useKernel();

interface ErrorContent {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** The one error of a cell, which its reply has too, and nothing on stderr. */
async function errorOf(code: string): Promise<ErrorContent> {
  const outcome = await kernel().execute(code);
  const errors = contents(outcome.outputs, 'error') as unknown as ErrorContent[];
  expect(errors).toHaveLength(1);
  expect(written(outcome, 'stderr')).toBe('');
  const [{ ename, evalue, traceback } = { ename: '', evalue: '', traceback: [] }] = errors;
  expect(outcome.reply).toMatchObject({ status: 'error', ename, evalue });
  return { ename, evalue, traceback };
}

/** A traceback's text without colours. */
const text = ({ traceback }: ErrorContent): string => traceback.join('\n').replace(/\x1b\[[\d;]*m/g, '');

/** A line as kernels write it: `line 6` or `6:21`. */
const atLine = (line: number): RegExp => new RegExp(`line ${line}\\b|\\b${line}:\\d+`);

test('a throw is an error message with name, message and traceback', async () => {
  const error = await errorOf(
    cell({ typescript: `throw new RangeError('too far');`, python: `raise ValueError('too far')` }),
  );
  expect(error.ename).toMatch(/^(RangeError|ValueError)$/);
  expect(error.evalue).toBe('too far');
  expect(error.traceback.length).toBeGreaterThan(0);
});

test(`the traceback shows the reader's own lines, and none of the kernel's`, async () => {
  const code = cell({
    typescript: `interface Unused { a: number }\nconst first: number = 1;\nfunction inner(): never {\n  throw new Error('deep');\n}\ninner();`,
    python: `first: int = 1\n\ndef inner():\n  raise ValueError('deep')\n\ninner()`,
  });
  const shown = text(await errorOf(code));
  expect(shown).toMatch(
    cell({ typescript: `throw new Error('deep')`, python: `raise ValueError('deep')` }).slice(0, 10),
  );
  expect(shown).toMatch(/inner\(\)/);
  expect(shown).not.toMatch(/node:internal|lib\/kernel|node_modules|zeromq|ipykernel\//);
});

testTypeScript('lines are those of the cell, not of its JavaScript', async () => {
  const code = `interface Shape {\n  a: number;\n}\n\nconst shape: Shape = { a: 1 };\nif (shape.a) throw new Error('here');`;
  expect(text(await errorOf(code))).toMatch(atLine(6));
});

testTypeScript('an error in a function of an earlier cell shows the line of that cell', async () => {
  await runAll(
    kernel(),
    `\n\nfunction earlier(x: number): number {\n  if (x > 0) throw new Error('from before');\n  return x;\n}`,
  );
  const shown = text(await errorOf('// a line\nearlier(1);'));
  expect(shown).toContain(`throw new Error('from before')`);
  expect(shown).toMatch(atLine(4));
  expect(shown).toMatch(atLine(2));
});

testTypeScript('an error after an await keeps the lines', async () => {
  const code = `async function later(): Promise<void> {\n  await null;\n  throw new Error('late');\n}\nawait later();`;
  const shown = text(await errorOf(code));
  expect(shown).toMatch(atLine(3));
  expect(shown).toMatch(atLine(5));
});

test('a cause is shown', async () => {
  const code = cell({
    typescript: `throw new Error('outer', { cause: new Error('inner reason') });`,
    python: `raise ValueError('outer') from ValueError('inner reason')`,
  });
  expect(text(await errorOf(code))).toContain('inner reason');
});

testTypeScript.each([
  [`throw 'text'`, `'text'`],
  ['throw null', 'null'],
  ['throw undefined', 'undefined'],
  ['throw { a: 1 }', '{ a: 1 }'],
])('%s is reported', async (code, evalue) => {
  expect((await errorOf(code)).evalue).toBe(evalue);
});

testTypeScript.each([
  [`throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } })`],
  [
    `throw Object.defineProperties(new Error('x'), { name: { get() { throw 1; } }, message: { get() { throw 2; } }, stack: { get() { throw 3; } } })`,
  ],
])('%s is reported, and the kernel lives', async (code) => {
  await errorOf(code);
  expect(result(await kernel().execute('1'))).toBe('1');
});

test('a syntax error is an error message, and nothing of the cell runs', async () => {
  const code = cell({ typescript: `console.log('ran');\nconst open = (`, python: `print('ran')\nopen = (` });
  const outcome = await kernel().execute(code);
  expect(contents(outcome.outputs, 'error')).toHaveLength(1);
  expect(written(outcome, 'stdout')).toBe('');
});

test('variables outlive an error', async () => {
  await runAll(kernel(), cell({ typescript: 'const kept = 5;', python: 'kept = 5' }));
  await kernel().execute(cell({ typescript: `throw new Error('x');`, python: `raise ValueError('x')` }));
  expect(result(await kernel().execute('kept'))).toBe('5');
});

test('what a cell assigned before its error is kept', async () => {
  await runAll(kernel(), cell({ typescript: 'let counter = 1;', python: 'counter = 1' }));
  await kernel().execute(
    cell({ typescript: `counter = 2; throw new Error('x');`, python: `counter = 2; raise ValueError('x')` }),
  );
  expect(result(await kernel().execute('counter'))).toBe('2');
});
