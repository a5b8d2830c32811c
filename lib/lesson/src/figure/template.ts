/**
 * The style of all figures, as a plotly template: what a figure says itself wins. The colours are Okabe and Ito's, which the
 * colour-blind can tell apart, the darker ones first for contrast on white; each line has its own dash and each marker its own
 * symbol too, so that a figure can be read without colour.
 */
export const template = {
  layout: {
    font: { size: 14, color: '#222222' },
    title: { x: 0.02, xanchor: 'left', font: { size: 17 } },
    colorway: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#000000', '#E69F00'],
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    margin: { t: 60, r: 20, b: 60, l: 70 },
    xaxis: { automargin: true, gridcolor: '#E2E2E2', zerolinecolor: '#8C8C8C', linecolor: '#8C8C8C', ticks: 'outside' },
    yaxis: { automargin: true, gridcolor: '#E2E2E2', zerolinecolor: '#8C8C8C', linecolor: '#8C8C8C', ticks: 'outside' },
  },
  data: {
    scatter: [
      { line: { dash: 'solid', width: 2.5 }, marker: { symbol: 'circle', size: 8 } },
      { line: { dash: 'dash', width: 2.5 }, marker: { symbol: 'diamond', size: 8 } },
      { line: { dash: 'dot', width: 2.5 }, marker: { symbol: 'square', size: 8 } },
      { line: { dash: 'dashdot', width: 2.5 }, marker: { symbol: 'triangle-up', size: 8 } },
      { line: { dash: 'longdash', width: 2.5 }, marker: { symbol: 'x', size: 8 } },
      { line: { dash: 'longdashdot', width: 2.5 }, marker: { symbol: 'cross', size: 8 } },
    ],
  },
};

/** Pixels; without it JupyterLab takes 360, too low for a legend and a title. */
export const defaultHeight = 420;
