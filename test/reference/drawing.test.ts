import { contour } from '../../lib/reference/src/drawing/contour';
import { drawCurves } from '../../lib/reference/src/drawing/curves';
import { simplify } from '../../lib/reference/src/drawing/simplify';
import { ticks } from '../../lib/reference/src/drawing/ticks';

test('ticks are round', () => {
  expect(ticks(-3, 3, 6)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(ticks(0, 1, 6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticks(0, 13, 5)).toEqual([0, 5, 10]);
});

test('a line is simplified where it is straight, and keeps its corners', () => {
  const corner = Array.from({ length: 21 }, (_, x) => [x, Math.abs(x - 10)] as const);
  expect(simplify(corner, 0.1)).toEqual([
    [0, 10],
    [10, 0],
    [20, 10],
  ]);
});

test('a contour is where the level is', () => {
  const slope = [
    [0, 1, 2],
    [0, 1, 2],
  ];
  expect(contour(slope, 0.5)).toEqual([[0.5, 0, 0.5, 1]]);
  expect(contour(slope, 3)).toEqual([]);
});

describe('curves', () => {
  const xs = Array.from({ length: 121 }, (_, i) => -3 + i / 20);
  const svg = drawCurves('l1Loss', 'a <kink>', {
    xs,
    plot: { variable: 'd', by: 'input', from: -3, to: 3, curves: [] },
    curves: [{ label: 'L1', values: xs.map(Math.abs), gradients: xs.map(Math.sign) }],
  });
  const paths = [...svg.matchAll(/class="curve c0( dot)?" clip-path="url\(#(left|right)\)" d="([^"]+)"/g)];

  test('are broken at a jump, where a dot tells the value in between', () => {
    const shown = paths.map(([, dot = '', panel = '', d = '']) => [panel + dot, d.split('M').length - 1]);
    expect(shown).toEqual([
      ['left', 1],
      ['right', 2],
      ['right dot', 1],
    ]);
  });

  test('have a name and a description', () => {
    expect(svg).toContain('<title id="title">l1Loss</title>');
    expect(svg).toContain('<desc id="desc">a &lt;kink&gt;</desc>');
    expect(svg).toContain('aria-labelledby="title desc"');
  });
});
