import { classPage } from '../../../lib/grader/src/report/class/classPage';
import {
  commonMistakes,
  correlation,
  distribution,
  itemStatistics,
  median,
} from '../../../lib/grader/src/report/class/statistics';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { item, line, result } from '../support/result';

const evil = '<script>alert(1)</script>"\'&';

/** A class of twelve: item a tells who knows more, item b the opposite. */
const students = Array.from({ length: 12 }, (_, i): ResultFile => {
  const good = i % 2 === 0;
  const items = [
    item('a', [line(good ? 4 : 0, 4)]),
    item('b', [line(good ? 0 : 2, 2, { mistakes: good ? ['b-1'] : [], message: good ? 'sem raiz' : '' })]),
  ];
  const score = items.reduce((sum, { points }) => sum + points, 0);
  return result({ student: `s${i}`, items, score, raw_score: score, max_score: 6 });
});

describe('statistics', () => {
  test('of items', () => {
    const [a, b] = itemStatistics([...students, result({ student: 'x', status: 'missing', items: [] })]);
    expect(a).toMatchObject({
      id: 'a',
      students: 12,
      meanPoints: 2,
      difficulty: 0.5,
      lines: new Map([['value', 0.5]]),
    });
    expect(b?.discrimination).toBeCloseTo(-1);
  });

  test('an item that all solve discriminates nobody', () => {
    const all = [1, 2, 3].map((i) => result({ items: [item('a', [line(4, 4)]), item('b', [line(i, 3)])] }));
    expect(itemStatistics(all)[0]?.discrimination).toBeUndefined();
  });

  test('mistakes, the commonest first', () => {
    const other = result({ items: [item('a', [line(0, 4, { status: 'not-executed', message: 'm' })])] });
    expect(commonMistakes([other, ...students], 3).map(({ name, count }) => [name, count])).toEqual([
      ['b-1', 6],
      ['wrong', 6],
      ['not-executed', 1],
    ]);
  });

  test('scores in tenths, the maximum in the last', () => {
    const scores = [0, 0.89, 0.9, 8.1, 9].map((score) => result({ score }));
    expect(distribution(scores)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(distribution([result({ score: 0, max_score: 0 })])[0]).toBe(1);
  });

  test('medians and correlations', () => {
    expect([median([]), median([3]), median([1, 9, 2]), median([1, 2, 3, 10])]).toEqual([0, 3, 2, 2.5]);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(correlation([1, 2, 3], [3, 1, 3])).toBeCloseTo(0);
  });
});

describe('the class page', () => {
  const hostile = result({ student: evil, exercise: '02-y', items: [item(evil, [line(0, 3, { message: evil })])] });
  const missing = result({ student: 'zz', status: 'missing', items: [], score: 0 });
  const page = classPage([...students, hostile, missing], 'pt');

  test('nothing of a submission becomes markup, and nothing is loaded', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/\ssrc=/);
    expect(page).toContain("default-src 'none'");
  });

  test('has a row for everybody, with a link to the page', () => {
    expect(page).toContain(
      '<th scope="row">s0</th><td class="text"><a href="feedback/s0/01-x.html">4 / 6</a> (corrigido)</td>',
    );
    expect(page).toContain('(não entregue)');
    expect(page).toContain(`feedback/${encodeURIComponent(evil)}/02-y.html`);
  });

  test('a picture says in words what it shows', () => {
    expect(page).toMatch(/<svg role="img" aria-label="[^"]*0–10 %: 0; [^"]*30–40 %: 6/);
  });

  test('names the item that does not tell who knows more', () => {
    expect(page).toContain('-1 ! confira este item');
  });

  test('speaks Spanish', () => {
    expect(classPage(students, 'es')).toContain('<html lang="es">');
    expect(classPage(students, 'es')).toContain('Los errores más comunes');
  });
});
