import type { Text } from '../language';
import type { Filled } from '../lms/gradebook';

/** Words that an instructor reads about gradebooks. */

export const sayNoFile = (path: string): Text => ({
  pt: `O arquivo ${path} não pôde ser lido.`,
  es: `El archivo ${path} no se pudo leer.`,
});

export const sayNoGradebook = (path: string): Text => ({
  pt: `${path} não é um arquivo de notas exportado da plataforma: faltam as colunas que o dizem. Exporte-o de novo e não mude a primeira linha.`,
  es: `${path} no es un archivo de notas exportado de la plataforma: faltan las columnas que lo dicen. Expórtalo de nuevo y no cambies la primera línea.`,
});

/** What went into a gradebook and what did not, a line each. */
export function sayFilled(path: string, { written, unmatched, waiting, locked, withoutColumn }: Filled): Text[] {
  const about = (pt: string, es: string, names: readonly string[]): Text[] =>
    names.length === 0
      ? []
      : [{ pt: `${path}: ${pt}: ${names.join(', ')}`, es: `${path}: ${es}: ${names.join(', ')}` }];
  return [
    { pt: `${path}: ${written} notas preenchidas`, es: `${path}: ${written} notas rellenadas` },
    ...about(
      'sem nota, porque nenhuma linha, ou mais de uma, pode ser a de',
      'sin nota, porque ninguna línea, o más de una, puede ser la de',
      unmatched,
    ),
    ...about(
      'sem nota, porque respostas escritas esperam por ela',
      'sin nota, porque hay respuestas escritas que la esperan',
      waiting,
    ),
    ...about('a plataforma não deixa mudar a nota de', 'la plataforma no deja cambiar la nota de', locked),
    ...about(
      'não se sabe qual é a coluna (diga-a em exercises.<nome>.column do arquivo do trabalho) de',
      'no se sabe cuál es la columna (dila en exercises.<nombre>.column del archivo del trabajo) de',
      withoutColumn,
    ),
  ];
}
