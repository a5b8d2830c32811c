import { feedbackHtml } from '../../lib/grader/src/report/html';
import { resultOf } from '../../lib/grader/src/report/result';
import type { Graded } from '../../lib/grader/src/gradeSubmission';

const evil = '<script>alert(1)</script>"\'&\u202Egnp\u0007';

const graded: Graded = {
  student: evil,
  exercise: '01-x',
  language: 'es',
  status: 'not-executed',
  score: 1.5,
  maxScore: 4,
  items: [
    {
      id: `a" onload="x`,
      title: { pt: evil, es: evil },
      points: 1.5,
      maxPoints: 4,
      status: 'not-executed',
      lines: [
        {
          line: 'value',
          points: 0,
          maxPoints: 4,
          status: 'wrong',
          message: { pt: evil, es: evil },
          mistakes: ['m-1'],
          families: ['SUM'],
        },
      ],
    },
  ],
  untouched: [],
  written: [{ id: evil, maxPoints: 2, question: evil, answer: evil }],
  failures: [
    {
      cell: 3,
      hit: { why: 'type-error', cell: 3, fault: { line: 2, column: 4, message: evil, text: `ab ${evil}` } },
    },
    { cell: 4, hit: { why: 'cell-threw', cell: 4, error: { name: evil, message: evil } } },
  ],
  repairs: [{ code: 'duplicate', cell: 2, gradeId: evil }],
  broken: undefined,
  output: evil,
  hash: 'abc',
  run: undefined,
};
const provenance = { seed: 's', sandbox: 'bubblewrap', runtime: 'r', oracle: 'o', versions: { node: '22' } };

describe('feedback', () => {
  const result = resultOf(graded, provenance);
  const page = feedbackHtml(result);

  test('nothing of a submission becomes markup', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('onload="');
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(9);
  });

  test('control characters and changes of direction are marked', () => {
    expect(page).not.toMatch(/[\u0000-\u0008\u202E]/);
  });

  test('loads nothing and has headings, scopes and words beside the signs', () => {
    expect(page).not.toMatch(/(src|href)=/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain(
      '<th scope="row" role="rowheader">Valor</th><td role="cell"><span class="sign" aria-hidden="true">✗</span> incorrecto</td>',
    );
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  test('numbers are written as the language does', () => {
    expect(page).toContain('<strong>1,5</strong> de 4');
  });

  test('points have two decimals at most', () => {
    const shown = feedbackHtml({ ...result, score: 2.333333, raw_score: 4.666667 });
    expect(shown).toContain('<strong>2,33</strong> de 4');
    expect(shown).not.toMatch(/\d,\d{3}/);
  });

  test('a status that tells something worse does not hide that answers wait for marks', () => {
    expect(page).toContain(
      'Al menos una respuesta no se ejecutó y no tiene puntos. Las respuestas escritas aún no tienen nota.',
    );
    const marked = result.written.map((answer) => ({ ...answer, points: 1 }));
    expect(feedbackHtml({ ...result, written: marked })).not.toContain('Las respuestas escritas');
  });

  test('a plot says how many of the numbers it cannot show', () => {
    const [first] = graded.items;
    const comparison = { expected: [1, 2, 3, 4, 5, Infinity], got: [1, NaN, 4, -Infinity, 6, 7] };
    const lines = first?.lines.map((line) => ({ ...line, comparison })) ?? [];
    const shown = resultOf({ ...graded, items: first === undefined ? [] : [{ ...first, lines }] }, provenance);
    expect(shown.items[0]?.lines[0]?.comparison).toEqual({ expected: [1, 3, 5], got: [1, 4, 6], not_finite: 3 });
    expect(feedbackHtml(shown)).toContain('3 puntos no están en el gráfico, porque no son números finitos');
  });

  test('an answer that is as it was handed out is told from a mistake', () => {
    const untouched = resultOf({ ...graded, untouched: graded.items.map(({ id }) => id) }, provenance);
    expect([result, untouched].map(({ items }) => items[0]?.lines[0]?.untouched)).toEqual([false, true]);
    expect(feedbackHtml(untouched)).toContain('–</span> sin respuesta</td>');
  });

  test('the caret stands below the column', () => {
    expect(page).toContain('\n   ^</pre>');
  });

  test('the file has the documented fields', () => {
    expect(Object.keys(result)).toEqual([
      'version',
      'student',
      'exercise',
      'language',
      'status',
      'score',
      'max_score',
      'message',
      'items',
      'written',
      'cells',
      'repairs',
      'output',
      'hashes',
      'seed',
      'sandbox',
      'versions',
      'submitted',
      'code_max_score',
      'raw_score',
      'late',
      'comment',
    ]);
    expect(result.items[0]?.lines[0]).toEqual({
      line: 'value',
      points: 0,
      max_points: 4,
      status: 'wrong',
      message: evil,
      mistakes: ['m-1'],
      families: ['SUM'],
      comparison: null,
      untouched: false,
      why: null,
    });
  });
});
