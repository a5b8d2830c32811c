import type { Language } from '../language';

export const locales: Readonly<Record<Language, string>> = { pt: 'pt-BR', es: 'es' };

const formatsOf = (options: Intl.NumberFormatOptions): Readonly<Record<Language, Intl.NumberFormat>> => ({
  pt: new Intl.NumberFormat(locales.pt, options),
  es: new Intl.NumberFormat(locales.es, options),
});
const pointFormats = formatsOf({ maximumFractionDigits: 2 });
const percentFormats = formatsOf({ style: 'percent', maximumFractionDigits: 2 });

/** Points as a person reads them: two decimals at most, and a minus sign, since screen readers pass over a hyphen. */
export function pointsText(value: number, language: Language): string {
  // What rounds to nothing has no sign.
  return pointFormats[language].format(Number(value.toFixed(2)) + 0).replace('-', '−');
}

/** A share of one as the language writes a percentage: 12,5% and 12,5 %. */
export function percentText(share: number, language: Language): string {
  return percentFormats[language].format(share);
}

/** Text as HTML shows it. What a browser would not show as it is, control characters and changes of direction, is marked. */
export function escape(text: string): string {
  return marked(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Control characters and changes of direction. */
const unseen = /[^\P{C}\n\t]/gu;

/** Text in which nothing is hidden. */
export function marked(text: string): string {
  return text.replace(unseen, '\uFFFD');
}
