import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConverter } from 'lossbook-kernel';
import { sayHit } from '../../lib/grader/src/report/studentWords';
import { OwnLines } from '../../lib/grader/src/run/ownLines';
import { readThrown } from '../../lib/grader/src/sandbox/reply';

const source = `interface Box { readonly size: number }
const twice = (x: number): number => 2 * x;

function fail(box: Box): number {
  if (box.size > 0)
    throw new RangeError('too large');
  return twice(box.size);
}`;

describe('the student’s own line', () => {
  const lines = new OwnLines();
  let javascript = '';
  beforeAll(() => {
    const converter = openConverter(mkdtempSync(join(tmpdir(), 'lossbook-own-')));
    const converted = converter.convert('', source);
    converter.close();
    ({ javascript } = converted);
    lines.add(4, source, converted.sourceMap);
  });

  test('is told of an exception, not the line of JavaScript', () => {
    const at = {
      cell: 4,
      line: javascript.split('\n').findIndex((line) => line.includes('new RangeError')) + 1,
      column: 9,
    };
    expect(lines.in({ name: 'RangeError', message: 'm', at })).toEqual({
      name: 'RangeError',
      message: 'm',
      own: { cell: 4, line: 6, text: "throw new RangeError('too large');" },
    });
  });

  test.each([[undefined], [{ cell: 5, line: 1, column: 1 }]])('is none at %j', (at) => {
    const own = { cell: 1, line: 1, text: 'what the worker says' };
    expect(lines.in({ name: 'E', message: 'm', own, ...(at && { at }) })).toEqual({ name: 'E', message: 'm' });
  });

  test.each([{ line: 0 }, { line: 1.5 }, { line: '3' }, { line: -1 }, { line: null }])(
    'a place with %j is none',
    (part) => {
      expect(readThrown({ name: 'E', message: 'm', at: { cell: 1, column: 3, ...part } })).toEqual({
        name: 'E',
        message: 'm',
      });
    },
  );

  test('stands in the words of both languages', () => {
    const error = { name: 'RangeError', message: 'too large', own: { cell: 4, line: 6, text: 'throw x;' } };
    expect(sayHit({ why: 'call-threw', name: 'mse', error })).toEqual({
      pt: 'mse parou com um erro: RangeError: too large (célula 4, linha 6: throw x;)',
      es: 'mse se detuvo con un error: RangeError: too large (celda 4, línea 6: throw x;)',
    });
    expect(sayHit({ why: 'cell-threw', cell: 4, error }).es).toContain('(celda 4, línea 6: throw x;)');
  });
});
