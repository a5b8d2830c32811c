import { comparisonPlot } from '../../../lib/grader/src/report/comparisonPlot';
import { formulaHtml, formulasIn } from '../../../lib/grader/src/report/formula';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { readNotebook } from '../../../lib/grader/src/read/notebook';
import { handedOut } from '../support/exercise';
import { item, line, result } from '../support/result';

describe('formulas', () => {
  const formulas = formulasIn(readNotebook(JSON.stringify(handedOut('es'))));

  test('are those that the exercise gives before each answer', () => {
    expect([...formulas.keys()]).toEqual(['fpp', 'mse', 'l1', 'mbe', 'smoothL1']);
    expect(formulas.get('mse')).toBe('\\text{MSE} = \\frac{1}{N} \\sum_i d_i^2');
  });

  test('become MathML, all of them', () => {
    for (const latex of formulas.values()) expect(formulaHtml(latex)).toMatch(/^<math[^]*<\/math>$/);
  });

  test('that are none are left out, and never become markup', () => {
    expect(formulaHtml('\\frac{1}')).toBe('');
    expect(formulaHtml('\\text{<script>}')).not.toContain('<script>');
  });
});

describe('the plot of the public cases', () => {
  const expected = [0, 1, 2, 4];
  const plot = comparisonPlot({ expected, got: expected.map((x) => 2 * x + 0.5), not_finite: 0 }, 'pt');

  test('has a point for each number, and says the first in words', () => {
    expect(plot.match(/<circle/g)).toHaveLength(4);
    expect(plot).toContain('aria-label="esperado 0, o seu 0.5; esperado 1, o seu 2.5; esperado 2');
  });

  test('says of how many numbers there is no point', () => {
    expect(plot).not.toContain('NaN');
    const caption = (not_finite: number): string => comparisonPlot({ expected, got: expected, not_finite }, 'pt');
    expect(caption(1)).toContain('Um ponto não está no gráfico');
    expect(caption(2)).toContain('2 pontos não estão no gráfico');
  });

  test('stands where the scales say', () => {
    // From 0 to 8.5 in both directions: the last point is at 4 across and at the top.
    expect(plot).toContain(`<circle cx="${(56 + (200 * 4) / 8.5).toFixed(1)}" cy="10.0" r="4"/>`);
    expect(plot).toContain('x1="56.0" y1="210.0" x2="256.0" y2="10.0"');
  });

  test.each([
    [[1], [2]],
    [
      [1, 1, 1, 1],
      [2, 3, 4, 5],
    ],
    [
      [0, 1, 1e308],
      [0, 1, -1e308],
    ],
    [
      [1, 2, NaN],
      [1, NaN, 3],
    ],
  ])('is left out where it would show nothing: %j', (few, got) => {
    expect(comparisonPlot({ expected: few, got, not_finite: 0 }, 'pt')).toBe('');
  });

  test('stands on the student’s page beside what is said', () => {
    const wrong = line(0, 4, { message: 'm', comparison: { expected, got: [1, 2, 3, 5], not_finite: 0 } });
    const page = feedbackHtml(result({ items: [{ ...item('mse', [wrong]), formula: 'x^2' }] }));
    expect(page).toMatch(/<td role="cell">m<figure class="plot"><svg role="img"/);
    expect(page).toContain('<msup><mi>x</mi>');
  });
});
