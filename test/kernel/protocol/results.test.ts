import { cell, result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, shown } from '../outputs';

const kernel = useKernel();

async function bundle(...cells: string[]): Promise<Record<string, unknown>> {
  const { outputs } = await runAll(kernel(), ...cells);
  return (contents(outputs, 'execute_result')[0]?.data ?? {}) as Record<string, unknown>;
}

test('a value is an execute_result with plain text, without colours', async () => {
  const code = cell({ typescript: `({ a: [1, 'two'] })`, python: `{'a': [1, 'two']}` });
  expect(await bundle(code)).toEqual({
    'text/plain': cell({ typescript: `{ a: [ 1, 'two' ] }`, python: `{'a': [1, 'two']}` }),
  });
});

test('a declaration, or nothing, shows nothing', async () => {
  expect(shown(await runAll(kernel(), cell({ typescript: 'const quiet = 1;', python: 'quiet = 1' })))).toEqual([]);
  expect(shown(await runAll(kernel(), cell({ typescript: 'undefined', python: 'None' })))).toEqual([]);
});

testTypeScript(`Symbol.for('Jupyter.display') makes a bundle, also asynchronously`, async () => {
  const own = `({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'p', 'text/html': '<b>p</b>' }) })`;
  expect(await bundle(own)).toEqual({ 'text/plain': 'p', 'text/html': '<b>p</b>' });
  expect(await bundle(own.replace('() =>', 'async () =>'))).toEqual({ 'text/plain': 'p', 'text/html': '<b>p</b>' });
});

testTypeScript('bytes in a bundle come as base64', async () => {
  const code = `({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'p', 'image/png': new TextEncoder().encode('png') }) })`;
  expect(await bundle(code)).toMatchObject({ 'image/png': Buffer.from('png').toString('base64') });
});

testTypeScript('an array of objects is a table, with plain text beside it', async () => {
  const data = await bundle(`[{ name: 'Ana <b>', age: 31 }, { name: 'Rui', age: 27 }]`);
  expect(data['text/html']).toMatch(/<table[\s\S]*<th[^>]*>name<[\s\S]*<th[^>]*>age<[\s\S]*Ana &lt;b&gt;[\s\S]*27/);
  expect(data['text/plain']).toContain('Ana');
});

testTypeScript(
  'a tensor shows its shape, dtype and values',
  async () => {
    const text = String(
      (
        await bundle(
          `import * as tf from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-backend-cpu';`,
          `tf.tensor2d([[1, 2.5], [3, 4]])`,
        )
      )['text/plain'],
    );
    expect(text).toMatch(/2\D+2/);
    for (const part of ['float32', '2.5', '4']) expect(text).toContain(part);
  },
  60_000,
);

testTypeScript('a plotly figure is shown as one', async () => {
  const data = await bundle(
    `({ data: [{ x: [1, 2], y: [3, 4], type: 'scatter' }], layout: { title: { text: 't' } } })`,
  );
  expect(data['application/vnd.plotly.v1+json']).toEqual({
    data: [{ x: [1, 2], y: [3, 4], type: 'scatter' }],
    layout: { title: { text: 't' } },
  });
});

test('a value whose own code throws is still shown or told as an error, and the kernel lives', async () => {
  const code = cell({
    typescript: `new Proxy({}, { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } })`,
    python: `class Bad:\n  def __repr__(self): raise ValueError('no')\nBad()`,
  });
  expect(['ok', 'error']).toContain((await kernel().execute(code)).reply.status);
  expect(result(await kernel().execute('1'))).toBe('1');
});

test('a very long value is cut or shown, and the kernel answers at once', async () => {
  const code = cell({ typescript: 'Array.from({ length: 1_000_000 }, (_, i) => i)', python: 'list(range(1_000_000))' });
  expect((await kernel().execute(code)).reply.status).toBe('ok');
});
