import { display } from '../output/display';
import type { Bundle } from '../output/display';
import { plain } from './plain';
import { defaultHeight, template } from './template';

/** A plotly figure; values may be numbers, strings, arrays, typed arrays and tensors. */
export interface Figure {
  readonly data: readonly object[];
  readonly layout?: object;
  readonly frames?: readonly object[];
  readonly config?: object;
}

export interface ShowOptions {
  /** What the figure shows, in words, for who does not see it. */
  readonly alt: string;
  /** Takes the place of the layout's title. */
  readonly title?: string;
}

/**
 * Shows a plotly figure in the course's style below the cell, with `alt` as its text.
 *
 * @throws Error when `alt` is empty or says no more than that there is a picture
 * @example
 * show(
 *   { data: [{ x: [0, 1, 2], y: [0, 1, 4], name: 'MSE' }], layout: { xaxis: { title: t('erro', 'error') } } },
 *   { alt: t('A MSE é uma parábola.', 'La MSE es una parábola.') },
 * );
 */
export function show(figure: Figure, options: ShowOptions): void {
  display(figureBundle(figure, options));
}

/** What `show` sends: plotly's JSON, and the words for readers and programs without it. */
export function figureBundle(figure: Figure, { alt, title }: ShowOptions): Bundle {
  if (alt.trim().length < 10) throw new Error('show: alt must say what the figure shows');
  const layout = { template, height: defaultHeight, ...figure.layout, ...(title === undefined ? {} : { title }) };
  // Not `responsive`: JupyterLab resizes figures itself, after which plotly would draw a changed one (a slider, a click in the
  // legend) with no height.
  const config = { displaylogo: false, ...figure.config };
  const frames = figure.frames === undefined ? {} : { frames: plain(figure.frames) };
  return {
    data: {
      'application/vnd.plotly.v1+json': {
        data: plain(figure.data),
        layout: plain(layout),
        ...frames,
        config: plain(config),
      },
      'text/plain': alt,
    },
    metadata: { 'image/png': { alt } },
  };
}
