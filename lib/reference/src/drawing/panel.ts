import { element, words } from './element';
import { px } from './point';
import { label, ticks } from './ticks';

/** Numbers that an axis shows. */
export type Range = readonly [low: number, high: number];

export const PANEL = { width: 270, height: 180 };

/** A rectangle of the drawing with two axes: maps numbers to pixels. */
export class Panel {
  constructor(
    readonly left: number,
    readonly top: number,
    readonly x: Range,
    readonly y: Range,
  ) {}

  toX(x: number): number {
    return this.left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * PANEL.width;
  }

  toY(y: number): number {
    return this.top + ((this.y[1] - y) / (this.y[1] - this.y[0])) * PANEL.height;
  }

  /** Grid, numbers and titles. */
  axes({ title, x, y }: { title: string; x: string; y?: string | undefined }): string[] {
    const bottom = this.top + PANEL.height;
    const right = this.left + PANEL.width;
    const middle = this.top + PANEL.height / 2;
    return [
      words(this.left, this.top - 10, title, { class: 'title' }),
      ...ticks(...this.x, 6).flatMap((tick) => [
        line(this.toX(tick), this.top, this.toX(tick), bottom, tick === 0),
        words(Number(px(this.toX(tick))), bottom + 15, label(tick), { 'text-anchor': 'middle' }),
      ]),
      ...ticks(...this.y, 5).flatMap((tick) => [
        line(this.left, this.toY(tick), right, this.toY(tick), tick === 0),
        words(this.left - 6, Number(px(this.toY(tick) + 4)), label(tick), { 'text-anchor': 'end' }),
      ]),
      words(this.left + PANEL.width / 2, bottom + 33, x, { 'text-anchor': 'middle' }),
      ...(y === undefined
        ? []
        : [
            words(0, 0, y, {
              transform: `translate(${px(this.left - 36)} ${px(middle)}) rotate(-90)`,
              'text-anchor': 'middle',
            }),
          ]),
    ];
  }

  /** Where lines are visible, for the `clip-path` of this name. */
  clip(id: string): string {
    const { width, height } = PANEL;
    return element('clipPath', { id }, [element('rect', { x: this.left, y: this.top - 2, width, height: height + 4 })]);
  }
}

function line(x1: number, y1: number, x2: number, y2: number, zero: boolean): string {
  return element('path', { class: zero ? 'zero' : 'grid', d: `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}` });
}
