import { inspect } from 'node:util';

/** A figure of plotly. */
interface Figure {
  readonly data: readonly object[];
  readonly layout: object;
}

/** Whether a value is a figure as plotly takes it: traces in `data`, and a `layout`. */
export function isFigure(value: object): value is Figure {
  const { data, layout } = value as Partial<Record<keyof Figure, unknown>>;
  return Array.isArray(data) && data.every(isObject) && isObject(layout) && !Array.isArray(layout);
}

export function showFigure(figure: Figure): object {
  return { 'application/vnd.plotly.v1+json': figure, 'text/plain': inspect(figure, { depth: 1, maxArrayLength: 3 }) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
