import type { Language } from '../language';
import { escape } from './htmlText';
import type { ResultComparison } from './result';

const words = {
  pt: {
    caption: 'Os casos públicos: na linha tracejada, os dois números seriam iguais.',
    expected: 'esperado',
    got: 'o seu',
    notFinite: (count: number): string =>
      count === 1
        ? 'Um ponto não está no gráfico, porque não é um número finito (NaN ou infinito).'
        : `${count} pontos não estão no gráfico, porque não são números finitos (NaN ou infinito).`,
  },
  es: {
    caption: 'Los casos públicos: en la línea discontinua, los dos números serían iguales.',
    expected: 'esperado',
    got: 'el tuyo',
    notFinite: (count: number): string =>
      count === 1
        ? 'Un punto no está en el gráfico, porque no es un número finito (NaN o infinito).'
        : `${count} puntos no están en el gráfico, porque no son números finitos (NaN o infinito).`,
  },
} as const;

const [size, margin, mostTold] = [200, 56, 6];

/**
 * The student's numbers over those expected, on the public cases. A line through the origin is a factor, a parallel of the dashed
 * one a constant, one that falls a sign. Empty if there are too few to see anything.
 */
export function comparisonPlot({ expected, got, not_finite }: ResultComparison, language: Language): string {
  const w = words[language];
  const points = expected.map((x, i) => ({ x, y: got[i] ?? Number.NaN })).filter(({ x, y }) => Number.isFinite(x + y));
  if (new Set(points.map(({ x }) => x)).size < 3) return '';
  const all = points.flatMap(({ x, y }) => [x, y]);
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  if (!(most > least) || !Number.isFinite(most - least)) return '';
  const across = (value: number): string => (margin + (size * (value - least)) / (most - least)).toFixed(1);
  const up = (value: number): string => (10 + size - (size * (value - least)) / (most - least)).toFixed(1);
  // As code, messages and lessons write numbers: with a point.
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  const circles = points.map(({ x, y }) => `<circle cx="${across(x)}" cy="${up(y)}" r="4"/>`).join('');
  const told = points.slice(0, mostTold).map(({ x, y }) => `${w.expected} ${short(x)}, ${w.got} ${short(y)}`);
  const [left, right, top, bottom] = [margin, margin + size, 10, 10 + size];
  const label = (x: number, y: number, anchor: string, text: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escape(text)}</text>`;
  const caption = [w.caption, ...(not_finite > 0 ? [w.notFinite(not_finite)] : [])].join(' ');
  return `<figure class="plot"><svg role="img" aria-label="${escape(told.join('; '))}" viewBox="0 0 ${size + margin + 20} ${size + 50}" width="276" height="${size + 50}">
<rect x="${left}" y="${top}" width="${size}" height="${size}"/>
<line class="same" x1="${across(least)}" y1="${up(least)}" x2="${across(most)}" y2="${up(most)}"/>
${circles}
${label(left - 6, bottom, 'end', short(least))}${label(left - 6, top + 10, 'end', short(most))}${label(left, bottom + 16, 'start', short(least))}${label(right, bottom + 16, 'end', short(most))}
${label((left + right) / 2, bottom + 34, 'middle', w.expected)}${label(left - 6, (top + bottom) / 2, 'end', w.got)}
</svg><figcaption>${caption}</figcaption></figure>`;
}
