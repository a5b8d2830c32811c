/** The languages that a notebook can speak. */
export type Language = 'pt' | 'es';

/** The same words in both languages. */
export interface Words {
  readonly pt: string;
  readonly es: string;
}

let chosen: Language | undefined;

/** Says in which language the notebook speaks; the cell tagged `language` calls it once, before any other words. */
export function language(code: Language): void {
  if (!isLanguage(code)) {
    throw new Error(`language(${JSON.stringify(code)}): 'pt' ou 'es' / 'pt' o 'es'`);
  }
  chosen = code;
}

/**
 * The words in the notebook's language.
 *
 * @throws Error when `language` was not called yet
 * @example t('perda', 'pérdida')
 */
export function t(pt: string, es: string): string {
  return { pt, es }[chosenLanguage()];
}

/** The words in the notebook's language. */
export function say(words: Words): string {
  return words[chosenLanguage()];
}

function chosenLanguage(): Language {
  if (chosen === undefined) {
    throw new Error(
      "Execute primeiro a célula que diz language('pt'). / Ejecuta primero la celda que dice language('es').",
    );
  }
  return chosen;
}

function isLanguage(code: unknown): code is Language {
  return code === 'pt' || code === 'es';
}
