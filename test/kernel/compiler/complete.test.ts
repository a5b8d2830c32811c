import { Notebook } from './notebook';

let notebook: Notebook;
beforeAll(async () => {
  notebook = new Notebook();
  await notebook.run(
    'const shape = { side: 2, name: "square", area(): number { return 4; } }; let counter = 0; class Circle { radius = 1 }',
    'function surface(x: { side: number }): number { return x.side ** 2; }',
  );
});
afterAll(() => {
  notebook.close();
});

test.each<[string, string[]]>([
  ['Math.sq|', ['sqrt']],
  ['[1].findLastI|', ['findLastIndex']],
  ['shape.|', ['area', 'name', 'side']],
  ['shape.na|;', ['name']],
  ['count|', ['counter']],
  ['surf|', ['surface']],
  ['new Circ|', ['Circle']],
  ['new Circle().|', ['radius']],
  ['const local = { inner: 1 };\nlocal.|\nconst after = 1;', ['inner']],
  ['function f() { if (true) { shape.si|', ['side']],
  ['surface({ si|', ['side']],
  ["import { EO| } from 'os'", ['EOL']],
  ["import * as os from 'child_|'", ['child_process']],
  ['"abc".toUpper|', ['toUpperCase']],
  ["import * as lossbook from 'lossbook'; lossbook.huberL|", ['huberLoss']],
  ['/* 😀 */ shape.si|', ['side']],
])('%s', (marked, candidates) => {
  expect([...notebook.complete(marked).candidates].sort()).toEqual(candidates);
});

test('after a dot come members and nothing else', () => {
  const { candidates } = notebook.complete('shape.|');
  expect(candidates).not.toContain('console');
  expect(notebook.complete('shape.zz|').candidates).toEqual([]);
  expect(notebook.complete('nothing.|').candidates).toEqual([]);
});

test('case counts if that leaves any', () => {
  expect(notebook.complete('Math.S|').candidates).toEqual(['SQRT1_2', 'SQRT2']);
  expect(notebook.complete('Math.SQr|').candidates).toEqual(expect.arrayContaining(['sqrt', 'SQRT2']));
});

test('the whole word is replaced', () => {
  expect(notebook.complete('1;\nshape.si|de + 1')).toMatchObject({ start: 9, end: 13 });
  expect(notebook.complete('1;\nshape.|')).toMatchObject({ start: 9, end: 9 });
  expect(notebook.complete('coun|')).toMatchObject({ start: 0, end: 4 });
});

test('candidates have a kind and a type', () => {
  expect(notebook.complete('shape.|').details).toEqual(
    expect.arrayContaining([
      { text: 'side', kind: 'property', signature: 'number' },
      { text: 'area', kind: 'method', signature: '() => number' },
    ]),
  );
  expect(notebook.complete('counte|').details).toEqual([{ text: 'counter', kind: 'let', signature: 'number' }]);
  expect(notebook.complete('surfac|').details).toMatchObject([
    { kind: 'function', signature: '(x: { side: number; }) => number' },
  ]);
});

test('with nothing written there are the names of earlier cells, before those of Node.js', () => {
  const { candidates } = notebook.complete('|');
  expect(candidates.slice(0, 4)).toEqual(['Circle', 'counter', 'shape', 'surface']);
  expect(candidates).toContain('console');
});
