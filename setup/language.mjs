/**
 * The language of the person at the terminal: LOSSBOOK_LANG, else the locale; a developer with neither gets English.
 *
 * @returns {'pt' | 'es' | 'en'}
 */
export function terminalLanguage(env = process.env) {
  const locale = env.LOSSBOOK_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (locale.startsWith('pt')) return 'pt';
  if (locale.startsWith('es')) return 'es';
  return 'en';
}

/**
 * Picks the text of the terminal's language.
 *
 * @param {{ pt: string, es: string, en: string }} texts
 */
export const say = (texts) => texts[terminalLanguage()];

/** A failure whose message already says what to do; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a command's main function; a SetupError becomes one sentence and exit status 1.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
