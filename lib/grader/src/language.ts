/** The languages in which a student and an instructor are spoken to. */
export type Language = 'pt' | 'es';

/** The same words in both languages. */
export interface Text {
  readonly pt: string;
  readonly es: string;
}

/** The language of a locale such as `es_ES.UTF-8`; Portuguese unless it is Spanish. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('es') === true ? 'es' : 'pt';
}
