import { readNotebook } from '../../lib/grader/src/read/notebook';

const minimal = { nbformat: 4, nbformat_minor: 5, metadata: { lossbook: { language: 'es' } }, cells: [] as unknown[] };
const withCells = (...cells: unknown[]): string => JSON.stringify({ ...minimal, cells });
const codes = (text: string): string[] => readNotebook(text).repairs.map(({ code }) => code);

describe('reading a notebook', () => {
  test.each([
    ['', 'not-json'],
    ['{"cells": [', 'not-json'],
    ['[]', 'no-notebook'],
    ['null', 'no-notebook'],
    ['"text"', 'no-notebook'],
    ['{}', 'no-cells'],
    ['{"cells": {"0": 1}}', 'no-cells'],
    ['{"nbformat": 3, "worksheets": [{"cells": []}]}', 'no-cells'],
    ['{"worksheets": []}', 'no-cells'],
  ])('%j is broken: %s', (text, reason) => {
    expect(() => readNotebook(text)).toThrow(expect.objectContaining({ reason }) as Error);
  });

  test('a byte order mark is no damage', () => {
    expect(readNotebook(`\uFEFF${withCells()}`).language).toBe('es');
  });

  test('without a language it is in Portuguese, and says so', () => {
    const text = JSON.stringify({ nbformat: 4, cells: [], metadata: [] });
    expect(readNotebook(text)).toMatchObject({ language: 'pt', repairs: [{ code: 'no-language' }] });
  });

  test('a source is a string or lines', () => {
    const { cells } = readNotebook(
      withCells({ cell_type: 'code', source: 'a\nb' }, { cell_type: 'code', source: ['a\n', 'b'] }),
    );
    expect(cells.map(({ source }) => source)).toEqual(['a\nb', 'a\nb']);
  });

  test.each([
    [null],
    ['text'],
    [{ cell_type: 'code' }],
    [{ cell_type: 'code', source: 5 }],
    [{ cell_type: 'code', source: ['a', 5] }],
    [{ cell_type: 'other', source: '' }],
    [{ source: '' }],
  ])('the damaged cell %j is left out, and told', (cell) => {
    const text = withCells(cell, { cell_type: 'code', source: 'x' });
    expect(readNotebook(text).cells).toEqual([expect.objectContaining({ number: 2, source: 'x' })]);
    expect(codes(text)).toEqual(['bad-cell']);
  });

  test('metadata of the wrong type is as none', () => {
    const cell = (metadata: unknown): unknown => ({ cell_type: 'code', source: '', metadata });
    const text = withCells(
      cell(5),
      cell({ nbgrader: [] }),
      cell({ nbgrader: { grade_id: 7 } }),
      cell({ nbgrader: { grade_id: '' } }),
    );
    expect(readNotebook(text).cells.map(({ nbgrader }) => nbgrader)).toEqual(Array(4).fill(undefined));
  });

  test('points that are no number count nothing', () => {
    const points = (value: unknown): number | undefined => {
      const nbgrader = { grade_id: 'a', grade: true, points: value };
      return readNotebook(withCells({ cell_type: 'code', source: '', metadata: { nbgrader } })).cells[0]?.nbgrader
        ?.points;
    };
    expect([points(3), points('3'), points(-1), points(null)]).toEqual([3, 0, 0, 0]);
  });
});
