import type { SampledField } from '../plots/sample';
import { contour } from './contour';
import { element, words } from './element';
import { Panel } from './panel';
import { px } from './point';
import { legend, LEFT, RIGHT, sheet, TOP } from './sheet';
import { label } from './ticks';

const LONGEST = 20;

/** A loss of two numbers: lines of equal loss on the left, where descent goes on the right. */
export function drawField(name: string, description: string, { plot, xs, ys, values, arrows }: SampledField): string {
  const contours = new Panel(LEFT, TOP, plot.x.range, plot.y.range);
  const descent = new Panel(RIGHT, TOP, plot.x.range, plot.y.range);
  const [stepX, stepY] = [(xs[1] ?? 0) - (xs[0] ?? 0), (ys[1] ?? 0) - (ys[0] ?? 0)];
  const place = (x: number, y: number) =>
    `${px(contours.toX(plot.x.range[0] + x * stepX))} ${px(contours.toY(plot.y.range[0] + y * stepY))}`;
  const lines = plot.levels.map((level, i) =>
    element('path', {
      class: `level v${i}`,
      d: contour(values, level)
        .map(([x1, y1, x2, y2]) => `M${place(x1, y1)}L${place(x2, y2)}`)
        .join(''),
    }),
  );
  const steepest = Math.max(...arrows.map(({ dx, dy }) => Math.hypot(dx, dy)));
  const marks = (panel: Panel) =>
    (plot.marks ?? []).flatMap(({ x, y, text }) => [
      element('circle', { class: 'mark', cx: px(panel.toX(x)), cy: px(panel.toY(y)), r: 4 }),
      words(Number(px(panel.toX(x) + 7)), Number(px(panel.toY(y) - 6)), text, { class: 'name' }),
    ]);
  const axes = { x: plot.x.label, y: plot.y.label };
  return sheet(name, description, [
    ...legend(plot.levels.map((level, i) => ({ className: `level v${i}`, text: label(level) }))),
    ...contours.axes({ title: 'loss, lines of equal height', ...axes }),
    ...lines,
    ...marks(contours),
    ...descent.axes({ title: 'where descent goes: minus the gradient', ...axes }),
    element('path', {
      class: 'arrow',
      d: arrows.map((one) => arrow(descent, one, LONGEST / Math.sqrt(steepest))).join(''),
    }),
    ...marks(descent),
  ]);
}

/** Its length goes with the root of the gradient's, so that the weak ones are seen too. */
function arrow(panel: Panel, { x, y, dx, dy }: SampledField['arrows'][number], scale: number): string {
  const size = Math.hypot(dx, dy);
  if (!(size > 0)) return '';
  const [ux, uy] = [dx / size, -dy / size];
  const length = scale * Math.sqrt(size);
  const [startX, startY] = [panel.toX(x), panel.toY(y)];
  const [endX, endY] = [startX + ux * length, startY + uy * length];
  const head = Math.min(4, length / 2);
  const wing = (side: number) =>
    `${px(endX - head * (ux + side * 0.7 * uy))} ${px(endY - head * (uy - side * 0.7 * ux))}`;
  return `M${px(startX)} ${px(startY)}L${px(endX)} ${px(endY)}M${wing(1)}L${px(endX)} ${px(endY)}L${wing(-1)}`;
}
