import { cell, runAll, testTypeScript, useKernel } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();

test('display_data has a bundle', async () => {
  const code = cell({
    typescript: `import * as tslab from 'tslab'; tslab.display.html('<b>1</b>');`,
    deno: `await Deno.jupyter.display({ 'text/html': '<b>1</b>' }, { raw: true });`,
    python: `from IPython.display import HTML, display; display(HTML('<b>1</b>'))`,
  });
  const { outputs } = await runAll(kernel(), code);
  expect(contents(outputs, 'display_data')).toMatchObject([{ data: { 'text/html': '<b>1</b>' } }]);
});

test('update_display_data replaces what is shown under its display_id', async () => {
  const code = cell({
    typescript: `const place = display('first'); place.update('second');`,
    tslab: `import { newDisplay } from 'tslab'; const place = newDisplay(); place.text('first'); place.text('second');`,
    deno: `await Deno.jupyter.display({ 'text/plain': 'first' }, { raw: true, display_id: 'x' }); await Deno.jupyter.display({ 'text/plain': 'second' }, { raw: true, display_id: 'x', update: true });`,
    python: `from IPython.display import display; place = display('first', display_id=True); place.update('second')`,
  });
  const { outputs } = await runAll(kernel(), code);
  const [first] = contents(outputs, 'display_data');
  const [second] = contents(outputs, 'update_display_data');
  expect(JSON.stringify(first?.data)).toContain('first');
  expect(JSON.stringify(second?.data)).toContain('second');
  const id = (first?.transient as Record<string, unknown> | undefined)?.display_id;
  expect(id).toEqual(expect.any(String));
  expect((second?.transient as Record<string, unknown> | undefined)?.display_id).toBe(id);
});

test('clear_output, at once and with the next output', async () => {
  const code = cell({
    typescript: `display.clear(); display.clear({ wait: true });`,
    deno: `await Deno.jupyter.broadcast('clear_output', { wait: false }); await Deno.jupyter.broadcast('clear_output', { wait: true });`,
    python: `from IPython.display import clear_output; clear_output(wait=False); clear_output(wait=True)`,
  });
  const { outputs } = await runAll(kernel(), code);
  expect(contents(outputs, 'clear_output')).toEqual([{ wait: false }, { wait: true }]);
});

test('the pager shows a page with the reply', async () => {
  const code = cell({ typescript: `display.page('the page');`, python: `get_ipython().show_usage()` });
  const { reply } = await runAll(kernel(), code);
  expect(reply.payload).toMatchObject([{ source: 'page', data: { 'text/plain': expect.any(String) as string } }]);
});

testTypeScript(`tslab's display API works under the name 'tslab'`, async () => {
  const code = `import * as tslab from 'tslab';
tslab.display.html('<i>h</i>');
tslab.display.markdown('*m*');
tslab.display.text('t');
tslab.display.svg('<svg xmlns="http://www.w3.org/2000/svg"/>');
tslab.display.png(new Uint8Array([1, 2]));
tslab.display.raw('application/vnd.plotly.v1+json', { data: [], layout: {} } as any);
const place = tslab.newDisplay();
place.text('1');
place.text('2');`;
  const { outputs } = await runAll(kernel(), code);
  const types = [...contents(outputs, 'display_data'), ...contents(outputs, 'update_display_data')].flatMap(
    ({ data }) => Object.keys(data as object),
  );
  for (const type of [
    'text/html',
    'text/markdown',
    'text/plain',
    'image/svg+xml',
    'image/png',
    'application/vnd.plotly.v1+json',
  ])
    expect(types).toContain(type);
  expect(contents(outputs, 'update_display_data')).toHaveLength(1);
});
