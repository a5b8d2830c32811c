import { kernelName } from '../client';
import { cell, runAll, testTypeScript, useKernel, wrote } from '../harness';

const kernel = useKernel();
const busy = cell({
  typescript: `console.log('working'); for (const end = Date.now() + 2500; Date.now() < end; );`,
  python: `import time\nprint('working', flush=True)\nend = time.time() + 2.5\nwhile time.time() < end: pass`,
});

/** Completion at the place of `|`. */
async function complete(text: string): Promise<Record<string, unknown>> {
  const code = text.replace('|', '');
  const cursor_pos = Array.from(text.slice(0, text.indexOf('|'))).length;
  const { reply } = await kernel().request('complete_request', { code, cursor_pos });
  expect(reply).toMatchObject({ msg_type: 'complete_reply', status: 'ok' });
  return reply;
}

/** Inspection at the place of `|`, as text. */
async function inspect(text: string): Promise<string> {
  const code = text.replace('|', '');
  const cursor_pos = Array.from(text.slice(0, text.indexOf('|'))).length;
  const { reply } = await kernel().request('inspect_request', { code, cursor_pos, detail_level: 0 });
  expect(reply).toMatchObject({ msg_type: 'inspect_reply', status: 'ok' });
  return reply.found === true ? String((reply.data as Record<string, unknown>)['text/plain']) : '';
}

describe('completion', () => {
  test('of a variable of an earlier cell', async () => {
    await runAll(kernel(), cell({ typescript: 'const sesquipedalian = 1;', python: 'sesquipedalian = 1' }));
    expect(await complete('sesqui|')).toMatchObject({ matches: ['sesquipedalian'], cursor_start: 0, cursor_end: 6 });
  });

  test('of a property, in the middle of a cell', async () => {
    const text = cell({ typescript: 'const a = Math.sq|;\nconst b = 2;', python: 'a = "".spl|\nb = 2' });
    const { matches, cursor_start } = await complete(text);
    const start = text.indexOf(cell({ typescript: 'sq', python: 'spl' }));
    expect([matches, cursor_start]).toEqual(
      kernelName === 'ipykernel' ? [['split', 'splitlines'], start] : [['sqrt'], start],
    );
  });

  test('counts places in characters, not in UTF-16 units', async () => {
    await runAll(kernel(), cell({ typescript: 'const sesquipedalian = 1;', python: 'sesquipedalian = 1' }));
    const { cursor_start, cursor_end } = await complete(cell({ typescript: `'😀'; sesqui|`, python: `'😀'; sesqui|` }));
    expect([cursor_start, cursor_end]).toEqual([5, 11]);
  });

  testTypeScript('has the types of what it offers', async () => {
    const { metadata } = await complete('Math.sq|');
    const [{ text, type, signature } = {}] = (metadata as { _jupyter_types_experimental?: Record<string, string>[] })
      ._jupyter_types_experimental ?? [{}];
    expect([text, type]).toEqual(['sqrt', expect.stringMatching(/method|function/)]);
    expect(signature).toContain('number');
  });

  testTypeScript(
    'of an imported package',
    async () => {
      await runAll(kernel(), `import * as lossbook from 'lossbook';`);
      expect((await complete('lossbook.huberL|')).matches).toEqual(['huberLoss']);
    },
    60_000,
  );

  testTypeScript(
    'of the names in an import',
    async () => {
      expect((await complete(`import { huberL| } from 'lossbook';`)).matches).toEqual(['huberLoss']);
    },
    60_000,
  );

  testTypeScript('with types, where a parameter is contextual', async () => {
    expect((await complete(`['a'].map((word) => word.toUpperC|)`)).matches).toEqual(['toUpperCase']);
  });

  test('while a cell computes', async () => {
    await runAll(kernel(), cell({ typescript: 'const sesquipedalian = 1;', python: 'sesquipedalian = 1' }));
    const from = kernel().messages.length;
    const running = kernel().execute(busy);
    let over = false;
    void running.then(() => (over = true));
    await wrote(kernel(), 'working', from);
    // The reply comes at once; idle may wait.
    await complete('sesqui|');
    expect(over).toBe(false);
    await running;
  }, 30_000);
});

describe('inspect', () => {
  test('of a variable of an earlier cell has its type', async () => {
    await runAll(kernel(), cell({ typescript: 'const known = 1.5;', python: 'known = 1.5' }));
    expect(await inspect('kno|wn')).toMatch(cell({ typescript: 'const known: 1.5', python: 'float' }));
  });

  test('of a function of the reader has the comment above it', async () => {
    const code = cell({
      typescript: `/** Twice as much. */\nfunction twice(x: number): number { return 2 * x; }`,
      python: `def twice(x):\n  """Twice as much."""\n  return 2 * x`,
    });
    await runAll(kernel(), code);
    const text = await inspect('twice|(3)');
    expect(text).toContain('Twice as much.');
    expect(text).toContain('twice(x');
  });

  testTypeScript(
    'of a loss of lossbook has its docstring',
    async () => {
      await runAll(kernel(), `import { huberLoss } from 'lossbook';`);
      const text = await inspect('huberLoss|([0, 3], [0, 0])');
      expect(text).toContain('Huber loss: quadratic for small errors');
      expect(text).toMatch(/delta/);
      expect(text.length).toBeGreaterThan(300);
    },
    60_000,
  );

  test('within the arguments finds the function', async () => {
    await runAll(
      kernel(),
      cell({
        typescript: 'function thrice(x: number): number { return 3 * x; }',
        python: 'def thrice(x): return 3 * x',
      }),
    );
    expect(await inspect('thrice(|')).toContain('thrice');
  });

  test('of nothing is not found, and ok', async () => {
    expect(await inspect(cell({ typescript: '// |nothing', python: '    |' }))).toBe('');
  });

  test('while a cell computes', async () => {
    const from = kernel().messages.length;
    const running = kernel().execute(busy);
    let over = false;
    void running.then(() => (over = true));
    await wrote(kernel(), 'working', from);
    await inspect(cell({ typescript: 'Math.sqrt|', python: 'zip|' }));
    expect(over).toBe(false);
    await running;
  }, 30_000);
});

describe('is_complete', () => {
  test.each([
    ['complete', cell({ typescript: 'const x = 1;', python: 'x = 1' })],
    ['incomplete', cell({ typescript: 'if (true) {', python: 'if True:' })],
    ['invalid', cell({ typescript: 'const = 1;', python: 'import = 7q' })],
  ])('%s', async (status, code) => {
    const { reply } = await kernel().request('is_complete_request', { code });
    expect(reply).toMatchObject({ msg_type: 'is_complete_reply', status });
  });

  test('says how far to indent what follows', async () => {
    const { reply } = await kernel().request('is_complete_request', {
      code: cell({ typescript: 'if (true) {', python: 'if True:' }),
    });
    expect(reply.indent).toMatch(/^ +$/);
  });
});
