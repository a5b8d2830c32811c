import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeAll(async () => {
  notebook = await NotebookProcess.start();
});
afterAll(() => {
  notebook.stop();
});

test('a value is the result', async () => {
  const { done } = await notebook.run('exports.last = 1 + 1');
  expect(done).toMatchObject({ result: { data: { 'text/plain': '2' }, metadata: {} }, userExpressions: {} });
  expect(done.error).toBeUndefined();
});

test('cells share variables', async () => {
  await notebook.run('exports.count = 41');
  const { done } = await notebook.run('exports.count++; exports.last = exports.count');
  expect(done.result?.data).toEqual({ 'text/plain': '42' });
});

test('undefined and null are no result', async () => {
  expect((await notebook.run('exports.last = undefined')).done.result).toBeUndefined();
  expect((await notebook.run('exports.last = null')).done.result).toBeUndefined();
});

test('a cell awaits at its top level', async () => {
  const { done } = await notebook.run('exports.last = await new Promise((resolve) => setTimeout(resolve, 5, "late"))');
  expect(done.result?.data).toEqual({ 'text/plain': "'late'" });
});

test('a promise is shown, not awaited, without marks of the kernel', async () => {
  const { cell, done } = await notebook.run(
    'exports.last = new Promise(() => 0); console.log([Promise.resolve(1)], Object.assign(Promise.resolve(2), { [Symbol("own")]: 3 }))',
  );
  expect(done.result?.data).toEqual({ 'text/plain': 'Promise { <pending> }' });
  // Node 24 prints names that are symbols without brackets.
  expect(notebook.written(cell)).toMatch(/^\[ Promise \{ 1 \} \] Promise \{ 2, \[?Symbol\(own\)\]?: 3 \}\n$/);
});

test('import() finds packages and files from the notebook', async () => {
  const { done } = await notebook.run(
    'const [path, lossbook, file] = await Promise.all([import("node:path"), import("lossbook"), import("./eslint.config.mjs")]);' +
      'exports.last = [typeof path.join, typeof lossbook.mseLoss, Array.isArray(file.default)]',
  );
  expect(done.error).toBeUndefined();
  expect(done.result?.data['text/plain']).toBe("[ 'function', 'function', true ]");
});

test('user expressions come with their values, or with the error of each', async () => {
  const { done } = await notebook.run('', {
    userExpressions: {
      good: { javascript: 'exports.last = 6 * 7', lastExpression: 'last' },
      bad: { javascript: 'throw new RangeError("no")' },
      wrong: { ename: 'TypeScriptError', evalue: 'it is', traceback: [] },
    },
  });
  expect(done.userExpressions).toMatchObject({
    good: { data: { 'text/plain': '42' }, metadata: {} },
    bad: { ename: 'RangeError', evalue: 'no' },
    wrong: { ename: 'TypeScriptError', evalue: 'it is' },
  });
});
