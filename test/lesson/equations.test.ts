import { equationsBundle } from '../../lib/lesson/src/equations';

test('equations are LaTeX, one a line, and text', () => {
  expect(equationsBundle(['x^2', '2 x'])).toEqual({
    data: { 'text/latex': '$$x^2$$\n$$2 x$$', 'text/plain': 'x^2\n2 x' },
    metadata: {},
  });
  expect(() => equationsBundle([])).toThrow('no lines');
});
