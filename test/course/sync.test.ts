import { printNotebook } from '../../lib/course/src/notebook/print';
import { syncPair } from '../../lib/course/src/sync/sync';
import { cellOf, code, languageCell, pair, prose } from './notebooks';

/** A lesson that was in step at its last sync. */
function synced(): ReturnType<typeof pair> {
  const of = pair(
    [languageCell('pt'), prose('intro', 'Olá'), code('a', 'const a = 1;'), code('b', 'const b = 2;')],
    [languageCell('es'), prose('intro', 'Hola'), code('a', 'const a = 1;'), code('b', 'const b = 2;')],
  );
  expect(syncPair(of, 'all')).toEqual({ done: [], problems: [] });
  return of;
}

const ids = (of: ReturnType<typeof pair>, language: 'pt' | 'es'): string[] =>
  of.notebooks[language].cells.map(({ id }) => id);

describe('sync', () => {
  test('a lesson in step stays as it is', () => {
    const of = synced();
    const before = printNotebook(of.notebooks.pt) + printNotebook(of.notebooks.es);
    expect(syncPair(of)).toEqual({ done: [], problems: [] });
    expect(printNotebook(of.notebooks.pt) + printNotebook(of.notebooks.es)).toBe(before);
  });

  test.each([
    ['pt', 'es'],
    ['es', 'pt'],
  ] as const)('code that changed in %s goes to %s, where it has not run', (from, to) => {
    const of = synced();
    cellOf(of, to, 'a').executionCount = 3;
    cellOf(of, from, 'a').source = 'const a = 10;';
    const { done, problems } = syncPair(of);
    expect(problems).toEqual([]);
    expect(done).toEqual([`notebooks/${to}/01-sample.ipynb: cell a follows notebooks/${from}/01-sample.ipynb`]);
    expect(cellOf(of, to, 'a')).toMatchObject({ source: 'const a = 10;', executionCount: null });
    expect(syncPair(of)).toEqual({ done: [], problems: [] });
  });

  test('code that changed in both is an error and stays', () => {
    const of = synced();
    cellOf(of, 'pt', 'a').source = 'const a = 10;';
    cellOf(of, 'es', 'a').source = 'const a = 20;';
    expect(syncPair(of).problems).toMatchObject([{ file: 'notebooks/pt/01-sample.ipynb', cell: 'a' }]);
    expect(cellOf(of, 'es', 'a').source).toBe('const a = 20;');
  });

  test('code that differs and was never synced is an error', () => {
    const of = pair([code('a', 'const a = 1;')], [code('a', 'const a = 2;')]);
    expect(syncPair(of).problems).toMatchObject([{ cell: 'a' }]);
  });

  test('the language cell stays different', () => {
    const of = synced();
    expect(cellOf(of, 'pt', 'language').source).not.toBe(cellOf(of, 'es', 'language').source);
  });

  test('added, removed and moved cells are followed', () => {
    const of = synced();
    const { cells } = of.notebooks.es;
    const [language, intro, , b] = cells as [
      (typeof cells)[0],
      (typeof cells)[0],
      (typeof cells)[0],
      (typeof cells)[0],
    ];
    of.notebooks.es.cells = [language, b, intro, code('c', 'const c = 3;')];
    const { done, problems } = syncPair(of);
    expect(problems).toEqual([]);
    expect(ids(of, 'pt')).toEqual(['language', 'b', 'intro', 'c']);
    expect(done).toEqual([
      'notebooks/pt/01-sample.ipynb: removed cell a',
      'notebooks/pt/01-sample.ipynb: added cell c',
    ]);
    expect(syncPair(of)).toEqual({ done: [], problems: [] });
  });

  test('cells that moved on both sides are an error', () => {
    const of = synced();
    of.notebooks.pt.cells.reverse();
    of.notebooks.es.cells.pop();
    expect(syncPair(of).problems).toMatchObject([{ cell: 'b' }]);
    expect(ids(of, 'es')).toHaveLength(3);
  });

  test('a cell removed on one side and changed on the other is an error and stays', () => {
    const of = synced();
    of.notebooks.pt.cells = of.notebooks.pt.cells.filter(({ id }) => id !== 'a');
    cellOf(of, 'es', 'a').source = 'const a = 5;';
    expect(syncPair(of).problems).toMatchObject([{ file: 'notebooks/es/01-sample.ipynb', cell: 'a' }]);
    expect(ids(of, 'es')).toContain('a');
  });

  test('new prose is to be translated before it is in step', () => {
    const of = synced();
    of.notebooks.pt.cells.push(prose('end', 'Fim'));
    expect(syncPair(of).problems.map(({ cell }) => cell)).toEqual(['end', 'end']);
    cellOf(of, 'es', 'end').source = 'Final';
    expect(syncPair(of, new Set(['end'])).problems).toEqual([]);
  });

  test('prose whose counterpart changed is stale until it is accepted', () => {
    const of = synced();
    cellOf(of, 'pt', 'intro').source = 'Olá, mundo';
    expect(syncPair(of).problems).toMatchObject([{ file: 'notebooks/es/01-sample.ipynb', cell: 'intro' }]);
    expect(syncPair(of, new Set(['other'])).problems).toHaveLength(1);
    expect(syncPair(of, new Set(['intro'])).problems).toEqual([]);
    expect(syncPair(of).problems).toEqual([]);
  });
});
