import { NotebookProcess } from './notebook-process';

let notebook: NotebookProcess;
beforeAll(async () => {
  notebook = await NotebookProcess.start();
});
afterAll(() => {
  notebook.stop();
});

/** What a cell shows, without its number and the types of its messages. */
async function shownBy(javascript: string): Promise<unknown[]> {
  const { cell, messages } = await notebook.run(javascript);
  return messages
    .filter((message) => message.type !== 'done')
    .map((message) => {
      expect(message).toMatchObject({ cell });
      return { ...message, cell: undefined };
    });
}

describe('display', () => {
  test('shows a value, and another in its place', async () => {
    const [first, second] = await shownBy('const shown = display([1]); shown.update({ a: 2 })');
    expect(first).toMatchObject({ type: 'display', data: { 'text/plain': '[ 1 ]' }, metadata: {}, update: false });
    expect(second).toMatchObject({
      data: { 'text/plain': '{ a: 2 }' },
      update: true,
      displayId: (first as { displayId: string }).displayId,
    });
  });

  test('what display gives is no result, though it is the last value', async () => {
    const { done } = await notebook.run('exports.last = display(1)');
    expect(done.error).toBeUndefined();
    expect(done.result).toBeUndefined();
  });

  test('what is known only later is shown before the cell is done', async () => {
    const shown = await shownBy(
      "display({ [Symbol.for('Jupyter.display')]: () => new Promise((resolve) => setTimeout(resolve, 20, { 'text/plain': 'late' })) })",
    );
    expect(shown).toMatchObject([{ data: { 'text/plain': 'late' } }]);
  });

  test('formats, clear and page', async () => {
    expect(
      await shownBy(
        "display.html('<b>'); display.bundle({ 'text/plain': 'a', 'image/png': Buffer.from('b') }, { metadata: { c: 1 } })",
      ),
    ).toMatchObject([
      { type: 'display', data: { 'text/html': '<b>' } },
      { type: 'display', data: { 'text/plain': 'a', 'image/png': 'Yg==' }, metadata: { c: 1 } },
    ]);
    expect(
      await shownBy('display.clear(); display.clear({ wait: true }); display.page("text"); display.page([1])'),
    ).toMatchObject([
      { type: 'clear-output', wait: false },
      { type: 'clear-output', wait: true },
      { type: 'page', data: { 'text/plain': 'text' } },
      { type: 'page', data: { 'text/plain': '[ 1 ]' } },
    ]);
  });

  test('tslab’s, under its name', async () => {
    const shown = await shownBy(`
      const tslab = require('tslab');
      tslab.display.png(new Uint8Array([1])); tslab.display.raw('application/x+json', { a: 1 }); tslab.display.text('t');
      const display = tslab.newDisplay(); display.html('1'); display.html('2');`);
    expect(shown).toMatchObject([
      { data: { 'image/png': 'AQ==' } },
      { data: { 'application/x+json': { a: 1 } } },
      { data: { 'text/plain': 't' } },
      { data: { 'text/html': '1' }, update: false },
      { data: { 'text/html': '2' }, update: true, displayId: (shown[3] as { displayId: string }).displayId },
    ]);
  });

  test('the lessons’ library shows its bundles', async () => {
    const shown = await shownBy("require('lossbook-lesson').show({ data: [{ y: [1] }] }, { alt: 'one point at one' })");
    expect(shown).toMatchObject([
      {
        type: 'display',
        data: { 'application/vnd.plotly.v1+json': { data: [{ y: [1] }] }, 'text/plain': 'one point at one' },
        metadata: { 'image/png': { alt: 'one point at one' } },
      },
    ]);
  });

  test('a cell may name its own variables so', async () => {
    const { done } = await notebook.run(
      'const display = 1, input = 2, comms = 3; exports.last = display + input + comms',
    );
    expect(done.result?.data).toEqual({ 'text/plain': '6' });
  });
});

describe('input', () => {
  test('asks, and gets the answer', async () => {
    const cell = notebook.send(
      "exports.last = [await input('nome? '), await input('senha? ', { password: true }), await input()]",
    );
    for (const [prompt, password, value] of [
      ['nome? ', false, 'Ana'],
      ['senha? ', true, 's'],
      ['', false, ''],
    ] as const) {
      const asked = await notebook.message(
        (message) => message.type === 'input-request' && message.prompt === prompt && message.cell === cell,
      );
      expect(asked).toMatchObject({ password });
      notebook.tell({ type: 'input', request: (asked as { request: number }).request, value });
    }
    expect(await notebook.message((message) => message.type === 'done' && message.cell === cell)).toMatchObject({
      result: { data: { 'text/plain': "[ 'Ana', 's', '' ]" } },
    });
  });

  test('no answer is an error of the cell', async () => {
    const cell = notebook.send("await input('x')");
    const asked = await notebook.message((message) => message.type === 'input-request' && message.cell === cell);
    notebook.tell({ type: 'input-gone', request: (asked as { request: number }).request, reason: 'not-allowed' });
    expect(await notebook.message((message) => message.type === 'done' && message.cell === cell)).toMatchObject({
      error: {
        ename: 'Error',
        evalue: 'input() got no answer: the program that shows this notebook asks no questions',
        traceback: expect.arrayContaining([expect.stringContaining("await input('x')")]) as string[],
      },
    });
  });
});

describe('comms', () => {
  test('a slider of ipywidgets: its state goes out, its change comes back', async () => {
    const { cell, messages } = await notebook.run(`
      exports.slider = comms.open('jupyter.widget', {
        data: { state: { _model_name: 'IntSliderModel', _model_module: '@jupyter-widgets/controls', value: 3, max: 10 }, buffer_paths: [] },
        metadata: { version: '2.1.0' },
      });
      exports.slider.onMessage(({ data, buffers }) => console.log(data, buffers));
      exports.slider.onClose(() => console.log('closed'));
      exports.slider.send({ method: 'update', state: {}, buffer_paths: [['b']] }, { buffers: [new Uint8Array([1, 2])] });
      exports.last = { [Symbol.for('Jupyter.display')]: () => ({ 'application/vnd.jupyter.widget-view+json': { version_major: 2, version_minor: 0, model_id: exports.slider.id } }) };`);
    const [open, sent, done] = messages;
    const { commId } = (open as { message: { commId: string } }).message;
    expect(open).toMatchObject({
      type: 'comm',
      cell,
      message: {
        type: 'comm_open',
        targetName: 'jupyter.widget',
        data: { state: { value: 3 } },
        metadata: { version: '2.1.0' },
      },
    });
    expect(sent).toMatchObject({
      message: { type: 'comm_msg', commId, data: { method: 'update' }, buffers: [new Uint8Array([1, 2])] },
    });
    expect(done).toMatchObject({
      result: { data: { 'application/vnd.jupyter.widget-view+json': { model_id: commId } } },
    });

    const data = { method: 'update', state: { value: 7 } };
    notebook.tell({ type: 'comm', cell: 500, message: { type: 'comm_msg', commId, data, buffers: [] } });
    expect(await notebook.message((message) => message.type === 'stream' && message.cell === 500)).toMatchObject({
      text: "{ method: 'update', state: { value: 7 } } []\\n".replace('\\n', '\n'),
    });
    notebook.tell({ type: 'comm', cell: 501, message: { type: 'comm_close', commId, data: {} } });
    expect(await notebook.message((message) => message.type === 'stream' && message.cell === 501)).toMatchObject({
      text: 'closed\n',
    });
  });

  test('the reader’s program opens one to a target of the notebook; an unknown one is closed', async () => {
    await notebook.run(
      "comms.register('mine', (comm, { data }) => { comm.onMessage(() => { throw new Error('listener') }); comm.send({ got: data }); })",
    );
    notebook.tell({
      type: 'comm',
      cell: 600,
      message: { type: 'comm_open', commId: 'a', targetName: 'mine', data: 1 },
    });
    expect(await notebook.message((message) => message.type === 'comm' && message.cell === 600)).toMatchObject({
      message: { type: 'comm_msg', commId: 'a', data: { got: 1 } },
    });
    notebook.tell({ type: 'comm', cell: 601, message: { type: 'comm_msg', commId: 'a', data: {} } });
    expect(await notebook.message((message) => message.type === 'stray-error' && message.cell === 601)).toMatchObject({
      error: { ename: 'Error', evalue: 'listener' },
    });
    notebook.tell({
      type: 'comm',
      cell: 602,
      message: { type: 'comm_open', commId: 'b', targetName: 'nobody', data: {} },
    });
    expect(await notebook.message((message) => message.type === 'comm' && message.cell === 602)).toMatchObject({
      message: { type: 'comm_close', commId: 'b' },
    });
  });
});
