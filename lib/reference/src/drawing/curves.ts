import type { Sampled } from '../plots/sample';
import { element } from './element';
import type { Range } from './panel';
import { Panel, PANEL } from './panel';
import type { Point } from './point';
import { px } from './point';
import { legend, LEFT, RIGHT, sheet, TOP } from './sheet';
import { simplify } from './simplify';
import { ticks } from './ticks';

/** Losses of one number: their values on the left, their gradients on the right. */
export function drawCurves(name: string, description: string, sampled: Sampled): string {
  const { xs, curves, plot } = sampled;
  const range: Range = [plot.from, plot.to];
  const values = new Panel(LEFT, TOP, range, plot.values ?? span(curves.flatMap((curve) => curve.values)));
  const gradients = new Panel(RIGHT, TOP, range, plot.gradients ?? span(curves.flatMap((curve) => curve.gradients)));
  const draw = (panel: Panel, clip: string, numbers: (curve: (typeof curves)[number]) => readonly number[]) => [
    panel.clip(clip),
    ...curves.flatMap((curve, i) => {
      const { lines, dots } = path(xs, numbers(curve), panel);
      const each = { 'clip-path': `url(#${clip})` };
      return [
        ...(lines ? [element('path', { class: `curve c${i}`, ...each, d: lines })] : []),
        ...(dots ? [element('path', { class: `curve c${i} dot`, ...each, d: dots })] : []),
      ];
    }),
  ];
  return sheet(name, description, [
    ...legend(curves.map(({ label }, i) => ({ className: `curve c${i}`, text: label }))),
    ...values.axes({ title: 'loss', x: plot.variable }),
    ...draw(values, 'left', (curve) => curve.values),
    ...gradients.axes({ title: `gradient by ${plot.by}`, x: plot.variable }),
    ...draw(gradients, 'right', (curve) => curve.gradients),
  ]);
}

/** From the least to the greatest number, widened to a tick. */
function span(numbers: readonly number[]): Range {
  const finite = numbers.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const margin = (high - low || 1) * 0.005;
  const [first = 0, next = 1] = ticks(low, high === low ? low + 1 : high, 5);
  const step = next - first;
  const up = (x: number) => Math.ceil((x - margin) / step) * step;
  return [low === 0 ? 0 : -up(-low) || -step, high === 0 ? 0 : up(high) || step].map((x) => x + 0) as unknown as Range;
}

/** Lines through the points, broken where the numbers jump, and the points that are left alone. */
function path(xs: readonly number[], ys: readonly number[], panel: Panel): { lines: string; dots: string } {
  const far = PANEL.height * 3;
  const points = xs.map((x, i): Point => {
    const y = panel.toY(ys[i] ?? NaN);
    return [panel.toX(x), Math.max(panel.top - far, Math.min(panel.top + far, y))];
  });
  const steps = points.map(([, y], i) => Math.abs((points[i + 1]?.[1] ?? NaN) - y));
  const pieces: Point[][] = [[]];
  for (const [i, point] of points.entries()) {
    if (Number.isFinite(point[1])) pieces.at(-1)?.push(point);
    if (jumps(steps[i - 1], steps[i], steps[i + 1])) pieces.push([]);
  }
  const written = (piece: readonly Point[]) => `M${piece.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}`;
  return {
    lines: pieces.flatMap((piece) => (piece.length > 1 ? [written(simplify(piece, 0.05))] : [])).join(''),
    dots: pieces.flatMap((piece) => (piece.length === 1 ? [`${written(piece)}h0`] : [])).join(''),
  };
}

/** Whether a step is a jump: visible, and far greater than one of its neighbours; also one from or to no number. */
function jumps(before: number | undefined, step: number | undefined, after: number | undefined): boolean {
  if (step === undefined || Number.isNaN(step)) return true;
  const neighbours = [before, after].filter((near) => near !== undefined && !Number.isNaN(near)) as number[];
  return step > 4 && step > 5 * Math.min(...neighbours);
}
