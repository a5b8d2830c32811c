import { tensor2d } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { language } from '../../lib/lesson/src/language';
import { figureBundle } from '../../lib/lesson/src/figure/show';
import type { Figure } from '../../lib/lesson/src/figure/show';
import { quizBundle } from '../../lib/lesson/src/quiz';
import type { QuizQuestion } from '../../lib/lesson/src/quiz';
import { tableBundle } from '../../lib/lesson/src/table';
import { show } from 'lossbook-lesson';

const alt = 'A parabola that opens upwards';

interface Plotly {
  readonly config: unknown;
  readonly data: readonly Record<string, readonly unknown[]>[];
  readonly layout: {
    readonly title?: unknown;
    readonly template: {
      readonly data: { readonly scatter: readonly { line: { dash: string }; marker: { symbol: string } }[] };
    };
  };
}

describe('show', () => {
  const plotly = (figure: Figure, title?: string): Plotly =>
    figureBundle(figure, title === undefined ? { alt } : { alt, title }).data[
      'application/vnd.plotly.v1+json'
    ] as Plotly;

  test('carries the alt text as text and as metadata of the picture', () => {
    const bundle = figureBundle({ data: [] }, { alt });
    expect(bundle.data['text/plain']).toBe(alt);
    expect(bundle.metadata).toEqual({ 'image/png': { alt } });
  });

  test.each(['', '   ', 'figura'])('refuses the alt text %j', (useless) => {
    expect(() => figureBundle({ data: [] }, { alt: useless })).toThrow(/alt/);
  });

  test('has a layout with a template even when the figure has none', () => {
    expect(plotly({ data: [] }).layout).toMatchObject({ height: 420, template: { layout: { font: { size: 14 } } } });
  });

  test('leaves resizing to JupyterLab: a responsive figure would lose its height at a click in its legend', () => {
    expect(plotly({ data: [] }).config).toEqual({ displaylogo: false });
  });

  test('what the figure says wins, and titles become objects', () => {
    const { layout } = plotly({ data: [], layout: { height: 300, title: 'a', xaxis: { title: 'x' } } }, 'b');
    expect(layout).toMatchObject({ height: 300, title: { text: 'b' }, xaxis: { title: { text: 'x' } } });
    expect(plotly({ data: [], layout: { title: { text: 'c', y: 1 } } }).layout.title).toEqual({ text: 'c', y: 1 });
  });

  test('tensors, typed arrays and dates become plain JSON; NaN is a gap', () => {
    const z = tensor2d([1, 2, 3, 4], [2, 2]);
    const { data } = plotly({
      data: [{ x: new Float32Array([0.1, NaN]), y: [Infinity, -0], z, when: new Date(0), none: undefined }],
    });
    expect(data).toEqual([
      {
        x: [0.1, null],
        y: [null, 0],
        z: [
          [1, 2],
          [3, 4],
        ],
        when: '1970-01-01T00:00:00.000Z',
      },
    ]);
    expect(Object.is(data[0]?.y?.[1], 0)).toBe(true);
    z.dispose();
  });

  test('the same numbers from two backends give the same JSON', () => {
    const [a, b] = [0.14000000059604645, 0.14000000149].map((x) => plotly({ data: [{ x: [x, 20070101] }] }));
    expect(a).toEqual(b);
    expect(a?.data[0]?.x).toEqual([0.14, 20070101]);
  });

  test('six lines differ in more than colour', () => {
    const { scatter } = plotly({ data: [] }).layout.template.data;
    expect(new Set(scatter.map(({ line }) => line.dash)).size).toBe(6);
    expect(new Set(scatter.map(({ marker }) => marker.symbol)).size).toBe(6);
  });

  test('a function in a figure is an error that says where', () => {
    expect(() => plotly({ data: [{ hover: () => 1 }] })).toThrow(/function \(at hover\)/);
  });

  test('outside a kernel it does nothing', () => {
    expect(() => {
      show({ data: [] }, { alt });
    }).not.toThrow();
  });
});

describe('table', () => {
  const rows = [
    { loss: 'MSE', slope: 0.06594218 },
    { loss: 'L1 <&>', slope: null },
  ];

  test('has a caption, column headings and escaped cells', () => {
    const html = String(
      tableBundle(rows, { caption: 'a "b"', columns: { slope: 'b', loss: 'perda' } }).data['text/html'],
    );
    expect(html).toContain('<caption>a &quot;b&quot;</caption>');
    expect(html).toContain('<th scope="col">b</th><th scope="col">perda</th>');
    expect(html).toContain('<td style="text-align: right">0.0659422</td><td>MSE</td>');
    expect(html).toContain('<td>L1 &lt;&amp;&gt;</td>');
  });

  test('as text it is aligned, numbers to the right', () => {
    expect(tableBundle(rows, { caption: 'c' }).data['text/plain']).toBe(
      ['c', 'loss        slope', 'MSE     0.0659422', 'L1 <&>          –'].join('\n'),
    );
  });

  test('asks for a caption', () => {
    expect(() => tableBundle(rows, { caption: ' ' })).toThrow(/caption/);
  });
});

describe('quiz', () => {
  const question: QuizQuestion = {
    text: 'MSE < L1?',
    options: [
      { text: 'sempre', why: 'não: |d| > 1', catches: '01-small' },
      { text: 'depende', why: 'das unidades', right: true },
    ],
  };

  test('each option opens to its explanation, in the notebook’s language, without a script', () => {
    language('es');
    const { data } = quizBundle('regression', [question]);
    const html = String(data['text/html']);
    expect(html).toContain('1. MSE &lt; L1?');
    expect(html).toContain(
      '<li data-catches="01-small"><details><summary>sempre</summary><p><strong>✗ Incorrecto.</strong> não: |d| &gt; 1</p></details></li>',
    );
    expect(html).toContain('<summary>depende</summary><p><strong>✓ Correcto.</strong>');
    expect(html).not.toMatch(/<script|onclick|<input/);
    expect(data['text/plain']).toBe(
      [
        '1. MSE < L1?',
        '   a) sempre',
        '   b) depende',
        '',
        '1a. ✗ Incorrecto. não: |d| > 1',
        '1b. ✓ Correcto. das unidades',
      ].join('\n'),
    );
    language('pt');
    expect(String(quizBundle('regression', [question]).data['text/html'])).toContain('✓ Certo.');
  });

  const [first, second] = question.options as [QuizQuestion['options'][number], QuizQuestion['options'][number]];
  test.each([
    ['no right option', [first, { ...first, text: 'b' }], /exactly one right/],
    ['two right options', [second, { ...second, text: 'b' }], /exactly one right/],
    ['an option without a reason', [{ ...first, why: '' }, second], /does not say why/],
    ['one option', [second], /two options/],
    ['an option twice', [{ ...first, text: second.text }, second], /twice/],
    ['a right option that catches a misconception', [first, { ...second, catches: 'x' }], /catches nobody/],
  ])('refuses %s and says where', (_what, options, message) => {
    const make = (): unknown => quizBundle('regression', [question, { text: 'b', options }]);
    expect(make).toThrow(message);
    expect(make).toThrow(/quiz regression, question 2/);
  });
});
