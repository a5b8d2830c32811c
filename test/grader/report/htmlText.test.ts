import { percentText, pointsText } from '../../../lib/grader/src/report/htmlText';

describe('numbers that people read', () => {
  test.each([
    [1234.567, '1.234,57', '1234,57'],
    [-0.5, '−0,5', '−0,5'],
    [-0.001, '0', '0'],
    [0, '0', '0'],
  ])('points: %d', (value, pt, es) => {
    expect([pointsText(value, 'pt'), pointsText(value, 'es')]).toEqual([pt, es]);
  });

  test('percentages: with a space that does not break in Spanish, with none in Brazil', () => {
    expect([percentText(0.125, 'pt'), percentText(0.125, 'es')]).toEqual(['12,5%', '12,5\u00a0%']);
  });
});
