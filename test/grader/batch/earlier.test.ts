import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { earlierResults, hasItems, leftOver, withOtherItems } from '../../../lib/grader/src/batch/earlier';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { emptyFolder, removeFolder } from '../support/grading';
import { item, line, result } from '../support/result';

describe('items that are graded again', () => {
  const earlier = result({});
  const again = result({ items: [item('l1', [line(1, 3)])], code_max_score: 3, score: 1, raw_score: 1, max_score: 3 });

  test('replace their own and leave the others, in the order that they had', () => {
    const whole = withOtherItems(again, earlier);
    expect(whole.items.map(({ id, points }) => [id, points])).toEqual([
      ['mse', 4],
      ['l1', 1],
    ]);
    expect(whole).toMatchObject({ status: 'graded', code_max_score: 9 });
  });

  test('the status is that of the worst item, whenever it was graded', () => {
    const stopped: ResultFile = {
      ...earlier,
      items: [{ ...item('mse', [line(0, 6)]), status: 'timeout' }, item('l1', [line(0, 3)])],
    };
    expect(withOtherItems(again, stopped).status).toBe('timeout');
    expect(withOtherItems({ ...again, status: 'graded' }, { ...earlier, status: 'timeout' }).status).toBe('graded');
  });

  test('need the others to have been run', () => {
    expect(hasItems(earlier, ['mse', 'l1'])).toBe(true);
    expect(hasItems(earlier, ['mse', 'l1', 'mbe'])).toBe(false);
    expect(hasItems({ ...earlier, items: [item('mse', []), item('l1', [line(3, 3)])] }, ['mse', 'l1'])).toBe(false);
  });
});

describe('results of an earlier run', () => {
  test('of who is gone are told, by the result or the page', () => {
    const folder = emptyFolder();
    for (const path of ['results/ana/01-x.json', 'feedback/ana/01-x.html', 'feedback/bia/01-x.html', 'results/bia/x']) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    expect(leftOver(folder, [{ student: 'ana', exercise: '01-x' }])).toEqual(['bia/01-x']);
    expect(leftOver(folder, [{ student: 'ana', exercise: '02-y' }])).toEqual(['ana/01-x', 'bia/01-x']);
    expect(leftOver(join(folder, 'nowhere'), [])).toEqual([]);
    removeFolder(folder);
  });

  test('are read where they are what they say, and nothing else is', () => {
    const folder = emptyFolder();
    const put = (path: string, text: string): void => {
      mkdirSync(join(folder, 'results', path, '..'), { recursive: true });
      writeFileSync(join(folder, 'results', path), text);
    };
    put('ana/01-x.json', JSON.stringify(result({})));
    put('bia/01-x.json', JSON.stringify(result({})));
    put('caio/01-x.json', '{"version": 1');
    put('davi/01-x.json', '{"version": 1, "student": "davi", "exercise": "01-x"}');
    put('eva/notes.txt', 'x');
    expect(earlierResults(folder).map(({ student }) => student)).toEqual(['ana']);
    expect(earlierResults(join(folder, 'nowhere'))).toEqual([]);
    removeFolder(folder);
  });
});
