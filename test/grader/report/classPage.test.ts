import { classPage } from '../../../lib/grader/src/report/class/classPage';
import {
  commonMistakes,
  correlation,
  distribution,
  itemStatistics,
  median,
} from '../../../lib/grader/src/report/class/statistics';
import { noCourseTexts } from '../../../lib/grader/src/report/courseTexts';
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

  test('of items stand by exercise, and in it as they are handed out', () => {
    const [second, first] = ['02-y', '01-x'].map((exercise) =>
      result({ exercise, items: [item('b', [line(1, 1)]), item('a', [line(1, 1)])] }),
    );
    expect(
      itemStatistics([second, first].flatMap((one) => one ?? [])).map(({ exercise, id }) => exercise + id),
    ).toEqual(['01-xb', '01-xa', '02-yb', '02-ya']);
  });

  test('an item that all solve discriminates nobody', () => {
    const all = students.map((_, i) => result({ items: [item('a', [line(4, 4)]), item('b', [line(i, 12)])] }));
    expect(itemStatistics(all)[0]?.discrimination).toBeUndefined();
  });

  test('of fewer than ten students an item’s discrimination would be chance', () => {
    expect(itemStatistics(students.slice(0, 10))[1]?.discrimination).toBeCloseTo(-1);
    expect(itemStatistics(students.slice(0, 9))[1]?.discrimination).toBeUndefined();
  });

  test('who answered nothing makes no item look good', () => {
    const left = line(0, 4, { untouched: true });
    const blank = students.map(() => result({ items: [item('a', [left]), item('b', [left])] }));
    const [a, b] = itemStatistics([...students, ...blank]);
    expect(b?.discrimination).toBeCloseTo(-1);
    expect(a).toMatchObject({ students: 24, untouched: 12, difficulty: 0.25 });
  });

  test('answers that came to nothing in different ways are different mistakes', () => {
    const failed = (student: string, why: 'type-error' | 'answer-missing'): ResultFile => {
      const lines = (['value', 'gradient'] as const).map((one) =>
        line(0, 2, { line: one, status: 'not-executed', why }),
      );
      return result({ student, items: [item('mse', lines)] });
    };
    const found = commonMistakes(
      [failed('ana', 'type-error'), failed('bia', 'answer-missing'), failed('caio', 'type-error')],
      9,
    );
    expect(found.map(({ students }) => students)).toEqual([['ana', 'caio'], ['bia']]);
  });

  test('mistakes, the commonest first', () => {
    const failed = line(0, 4, { status: 'not-executed', message: 'm' });
    const other = result({ items: [item('a', [failed, { ...failed, line: 'gradient' }])] });
    expect(
      commonMistakes([other, ...students], 3).map(({ status, line, mistakes, students }) => [
        status,
        line,
        mistakes,
        students,
      ]),
    ).toEqual([
      ['wrong', 'value', ['b-1'], ['s0', 's2', 's4', 's6', 's8', 's10']],
      ['wrong', 'value', [], ['s1', 's3', 's5', 's7', 's9', 's11']],
      // One mistake, whatever lines it costs.
      ['not-executed', undefined, [], ['ana']],
    ]);
  });

  test('students of both languages share an item and a mistake', () => {
    const summed = (language: 'pt' | 'es', title: string): ResultFile =>
      result({
        language,
        student: language,
        items: [{ ...item('a', [line(0, 4, { mistakes: ['a-1'], families: ['SUM'], message: language })]), title }],
      });
    const both = [summed('pt', 'A perda'), summed('es', 'La pérdida')];
    expect(itemStatistics(both)).toHaveLength(1);
    expect(commonMistakes(both, 9)).toMatchObject([{ students: ['pt', 'es'], mistakes: ['a-1'] }]);
  });

  test('what was left as it was handed out is no mistake', () => {
    const left = line(0, 4, { untouched: true, message: 'ainda não' });
    const handedOut = result({ items: [item('a', [left, { ...left, line: 'gradient' }])] });
    const half = result({ items: [item('a', [line(4, 4), { ...left, line: 'gradient' }])] });
    expect(commonMistakes([handedOut, half], 9)).toEqual([]);
    expect(itemStatistics([handedOut, half])[0]).toMatchObject({ students: 2, untouched: 1 });
    expect(classPage([handedOut, half], 'pt')).toContain('(corrigido; sem resposta: 1)');
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
    expect(page).toMatch(/<svg role="img" aria-label="[^"]*em % da nota máxima: 0–10: 0; [^"]*30–40: 6/);
  });

  test('names the item that does not tell who knows more', () => {
    expect(page).toContain('−1 ! confira este item');
  });

  test('says an item and a mistake in its own language, whatever that of the student, with the code in small', () => {
    const wrong = line(0, 4, { mistakes: ['mse-1'], families: ['SUM'], message: 'Con [1], tu función devuelve 4.' });
    const results = [result({ language: 'es', items: [{ ...item('mse', [wrong]), title: 'MSE y su gradiente' }] })];
    const itemTitle = (exercise: string, id: string): string => `título de ${exercise} ${id}`;
    const shown = classPage(results, 'pt', [], { ...noCourseTexts, itemTitle });
    expect(shown).not.toContain('MSE y su gradiente');
    expect(shown.match(/01-x · título de 01-x mse/g)).toHaveLength(2);
    expect(shown).toContain(
      'O seu resultado cresce com o número de elementos. Você somou onde se pedia a média? <small>mse-1</small>',
    );
    expect(shown).toContain('lang="es">Con [1], tu función devuelve 4.');
  });

  test('a status that tells something worse does not hide that answers wait for marks', () => {
    const written = [{ id: 'essay', max_points: 5, question: '', answer: 'a', points: null, comment: '', rubric: [] }];
    const shown = classPage([result({ status: 'not-executed', written })], 'pt');
    expect(shown).toContain('(não executado; espera correção manual)');
    expect(shown).toContain('<li>Esperam correção manual: <strong>1</strong> (<a href="marking.html">corrigir</a>; ');
  });

  test('the centre is a share, with points where all could have the same', () => {
    const [half, tenth] = [result({ score: 4.5 }), result({ student: 'b', score: 0.9 })];
    expect(classPage([half, tenth], 'pt')).toContain('<li>Média: <strong>30% (2,7 de 9)</strong>');
    // Of these, one has a written answer marked, and the other waits: points do not compare.
    const marked = result({ student: 'c', score: 9, max_score: 18 });
    const page = classPage([half, tenth, marked], 'es');
    expect(page).toContain('<li>Media: <strong>37\u00a0%</strong>');
    expect(page).toContain('<li>Mediana: <strong>50\u00a0%</strong>');
  });

  test('where nobody handed in there is no centre', () => {
    const page = classPage([result({ status: 'missing', items: [], score: 0 })], 'pt');
    expect(page).toContain('Entregaram: <strong>0 de 1');
    expect(page).not.toContain('Média: ');
  });

  test('leads to those who need a look, and to those who made a mistake', () => {
    const lost = result({ student: 'zé', status: 'broken', items: [], score: 0 });
    const shown = classPage([...students, lost], 'pt');
    const link = '<a href="feedback/z%C3%A9/01-x.html"><bdi>zé</bdi></a>';
    expect(shown).toContain(`<summary>Arquivo danificado: <strong>1</strong></summary>${link}</details>`);
    expect(shown).toMatch(/<summary>6<\/summary><a href="feedback\/s0\/01-x.html"><bdi>s0<\/bdi><\/a>, /);
    expect(shown).not.toContain('Não entregue');
  });

  test('students stand as a reader of the language looks them up', () => {
    const names = ['zoe', 'Ñuño', 'nadia', 'Óscar', 's10', 's9', 'ana'].map((student) => result({ student }));
    const rows = [...classPage(names, 'es').matchAll(/<th scope="row">([^<·]*)<\/th>/g)].map(([, name]) => name);
    expect(rows).toEqual(['ana', 'nadia', 'Ñuño', 'Óscar', 's9', 's10', 'zoe']);
  });

  test('points have two decimals at most', () => {
    expect(classPage([result({ score: 2.333333, max_score: 9.666667 })], 'pt')).toMatch(/>2,33 \/ 9,67</);
  });

  test('speaks Spanish', () => {
    expect(classPage(students, 'es')).toContain('<html lang="es">');
    expect(classPage(students, 'es')).toContain('Los errores más comunes');
  });
});
