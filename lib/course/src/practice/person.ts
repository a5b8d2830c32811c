import type { Language } from '../notebook/notebook';
import { UsageError } from '../notebook/problem';

/** What the person at the terminal reads: as asked, else as LOSSBOOK_LANG or the locale says, else Portuguese. */
export function readerLanguage(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  if (asked === 'pt' || asked === 'es') return asked;
  if (asked !== undefined) throw new UsageError(`--lang is pt or es, not ${asked}`);
  const locale = env.LOSSBOOK_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return locale.startsWith('es') ? 'es' : 'pt';
}
