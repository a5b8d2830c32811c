import type { Language } from '../language';

export const locales: Readonly<Record<Language, string>> = { pt: 'pt-BR', es: 'es' };

/** Points as a person reads them: two decimals at most. */
export function pointsText(value: number, language: Language): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: 2 });
}

/** A number as the language writes it. */
export function number(value: number, language: Language): string {
  return escape(value.toLocaleString(locales[language], { maximumFractionDigits: 6 }));
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
