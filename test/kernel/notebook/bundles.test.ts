import { toBundle } from '../../../lib/kernel/src/notebook/display/bundle';

const DISPLAY = Symbol.for('Jupyter.display');

test('a value that says how it is shown; bytes in base64, a text beside', async () => {
  class Shown {
    [DISPLAY](): object {
      return {
        'image/png': new Uint8Array([1, 2, 3]),
        'application/x+json': { a: [1, undefined] },
        'text/html': undefined,
      };
    }
  }
  expect(await toBundle(new Shown())).toEqual({
    'text/plain': 'Shown {}',
    'image/png': 'AQID',
    'application/x+json': { a: [1, null] },
  });
  const later = { [DISPLAY]: () => Promise.resolve({ 'text/plain': 'later' }) };
  expect(await toBundle(later)).toEqual({ 'text/plain': 'later' });
});

test.each([
  { [DISPLAY]: () => Promise.reject(new Error('no')) },
  {
    [DISPLAY](): never {
      throw new Error('no');
    },
  },
  { [DISPLAY]: () => null },
  { [DISPLAY]: () => 5 },
  { [DISPLAY]: () => ({}) },
])('one that fails to say so is printed: %p', async (value) => {
  expect(await toBundle(value)).toEqual({
    'text/plain': expect.stringMatching(/^\{\n? *\[?Symbol\(Jupyter.display\)/) as string,
  });
});

test('an array of flat objects is a table with headers, escaped', async () => {
  const rows = [
    { name: '<b>&"', count: 1, when: new Date(0) },
    { name: 'b', count: 20, more: null },
  ];
  const bundle = await toBundle(rows);
  expect(bundle['text/plain']).toBe(
    'name   count  when                      more\n<b>&"      1  1970-01-01T00:00:00.000Z\nb         20                            null',
  );
  const html = bundle['text/html'] as string;
  expect(html).toContain(
    '<th scope="col" style="text-align: left">name</th><th scope="col" style="text-align: right">count</th>',
  );
  expect(html).toContain('<td style="text-align: left">&lt;b&gt;&amp;&quot;</td><td style="text-align: right">1</td>');
  expect(html).not.toContain('<b>');
});

test('a long table is cut, and says so', async () => {
  const bundle = await toBundle(Array.from({ length: 1000 }, (_, row) => ({ row, text: 'x'.repeat(1000) })));
  expect((bundle['text/html'] as string).match(/<tr>/g)).toHaveLength(61);
  expect(bundle['text/html']).toContain('<p>60 of 1000 rows</p>');
  expect((bundle['text/plain'] as string).length).toBeLessThan(20_000);
});

test.each([
  [[]],
  [[{}]],
  [[1, 2]],
  [[{ a: 1 }, 2]],
  [[{ a: { b: 1 } }]],
  [
    [
      new (class A {
        a = 1;
      })(),
    ],
  ],
  [[Object.defineProperty({}, 'a', { enumerable: true, get: () => 1 })]],
])('no table: %p', async (value) => {
  expect(Object.keys(await toBundle(value))).toEqual(['text/plain']);
});

test('a figure of plotly is one', async () => {
  const figure = { data: [{ y: [1, 2], type: 'bar' }], layout: { title: { text: 't' } }, config: { a: () => 1 } };
  expect(await toBundle(figure)).toEqual({
    'application/vnd.plotly.v1+json': { data: figure.data, layout: figure.layout, config: {} },
    'text/plain': expect.stringContaining('data:') as string,
  });
  expect(Object.keys(await toBundle({ data: [1], layout: {} }))).toEqual(['text/plain']);
  expect(Object.keys(await toBundle({ data: [{}] }))).toEqual(['text/plain']);
});

test('the bytes of an image are an image', async () => {
  const png = Buffer.from('89504e470d0a1a0a00', 'hex');
  expect(await toBundle(png)).toEqual({
    'image/png': png.toString('base64'),
    'text/plain': expect.any(String) as string,
  });
  expect(Object.keys(await toBundle(new Uint8Array([0xff, 0xd8, 0xff])))).toEqual(['image/jpeg', 'text/plain']);
  expect(Object.keys(await toBundle(Buffer.from('hello')))).toEqual(['text/plain']);
  expect(Object.keys(await toBundle(Buffer.alloc(0)))).toEqual(['text/plain']);
});

test('others as Node prints them, without colours', async () => {
  expect(await toBundle('a')).toEqual({ 'text/plain': "'a'" });
  expect(await toBundle(new Map([[1, { a: Symbol('b') }]]))).toEqual({
    'text/plain': 'Map(1) { 1 => { a: Symbol(b) } }',
  });
  expect(await toBundle(() => 1)).toEqual({ 'text/plain': '[Function (anonymous)]' });
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('get');
      },
    },
  );
  expect(await toBundle(hostile)).toEqual({ 'text/plain': expect.stringMatching(/^(Proxy\()?\{\}\)?$/) as string });
});
