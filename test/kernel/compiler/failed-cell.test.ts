import { declarationsOf, evaluate, isDeclared, openScope } from '../../../lib/kernel/src';
import { Notebook } from './notebook';

let notebook: Notebook;
beforeAll(() => {
  notebook = new Notebook();
});
beforeEach(() => {
  notebook.restart();
});
afterAll(() => {
  notebook.close();
});

/** The names among these that later cells know when a cell ended after so many of its declaring statements. */
function known(source: string, declared: number, names: string): string[] {
  const declarations = declarationsOf(notebook.convert(source), declared);
  return names.split(' ').filter((name) => isDeclared(declarations, name));
}

test.each([
  [0, []],
  [1, ['a']],
  [2, ['a', 'b', 'c']],
  [3, ['a', 'b', 'c', 'd']],
  [99, ['a', 'b', 'c', 'd']],
])('after %i statements that declare something: %j', (declared, names) => {
  const cell = 'const a = 1; a + 1; let { b, c } = { b: 2, c: 3 }; function d() {}';
  expect(known(cell, declared, 'a b c d')).toEqual(names);
});

test('variables of one statement are declared one after another', () => {
  const cell = 'const a = 1, { b } = { b: 2 }; let c, d = 4; declare const e: number, f: number;';
  expect(known(cell, 1, 'a b c d')).toEqual(['a']);
  expect(known(cell, 3, 'a b c d')).toEqual(['a', 'b', 'c']);
  expect(known(cell, 4, 'a b c d e f')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('types are there from the start', () => {
  expect(known('interface A {} type B = A; import type { Dirent } from "fs"; const c = 1;', 0, 'A B Dirent c')).toEqual(
    ['A', 'B', 'Dirent'],
  );
});

test('what several statements declare together is there after the last of them', () => {
  const cell = 'class Both {} const between = 1; namespace Both { export const x = 1; }';
  expect(known(cell, 2, 'Both between')).toEqual(['between']);
  expect(known(cell, 3, 'Both between')).toEqual(['Both', 'between']);
});

test('a name that was lost is known again once a cell declares it', async () => {
  await notebook.run('const late = 1;');
  const failed = declarationsOf(notebook.convert('const early = 1; const late = 2;'), 1);
  expect(notebook.converter.convert(failed, 'late').diagnostics).toMatchObject([
    { message: expect.stringMatching(/^'late' has no value: .*Run that cell again\.$/) as string },
  ]);
  const again = notebook.converter.convert(failed, 'const late = "x"; early').declarations;
  expect(notebook.converter.convert(again, 'late.length + early').diagnostics).toEqual([]);
});

test('evaluate counts the statements that declare something until one throws', async () => {
  const { javascript, awaits } = notebook.convert('const a = 1; await 1; const b = 2; throw 3; const c = 4;');
  const progress = { declared: 0 };
  const scope = openScope(require);
  await expect(evaluate({ javascript, awaits }, scope, 'cell', progress)).rejects.toBe(3);
  expect(progress).toEqual({ declared: 2 });
  expect(Object.keys(scope.exports)).toEqual(['a', 'b']);
});
