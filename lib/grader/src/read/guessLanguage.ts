import type { Language } from '../language';
import type { Notebook } from './notebook';

/** The language of a notebook that lost its metadata: the one of whose exercise it has more cells, letter by letter. */
export function guessLanguage(
  { cells }: Pick<Notebook, 'cells'>,
  released: Readonly<Record<Language, Notebook | undefined>>,
): Language | undefined {
  const own = new Set(cells.map(({ source }) => source));
  const [pt, es] = (['pt', 'es'] as const).map(
    (language) => released[language]?.cells.filter(({ source }) => own.has(source)).length ?? 0,
  ) as [number, number];
  return pt === es ? undefined : pt > es ? 'pt' : 'es';
}
