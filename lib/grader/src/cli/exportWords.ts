import type { Text } from '../language';
import type { ColumnProblem } from '../lms/columns';
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

/** Why it is not clear what goes into which column, and what says it; a line each. */
export function sayColumns(path: string, problems: readonly ColumnProblem[]): Text {
  const lines = problems.map(sayColumn);
  const all = (language: 'pt' | 'es', end: string): string =>
    [...lines.map((line) => `${path}: ${line[language]}`), end].join('\n');
  return { pt: all('pt', 'Nada foi corrigido nem escrito.'), es: all('es', 'No se corrigió ni se escribió nada.') };
}

function sayColumn(problem: ColumnProblem): Text {
  switch (problem.why) {
    case 'wrong-name': {
      const { exercise, title } = problem;
      const there = list(problem.headers);
      return {
        pt: `nenhuma coluna, ou mais de uma, se chama "${title}", como diz exercises.${exercise}.column do arquivo do trabalho. Colunas de notas neste arquivo: ${there}.`,
        es: `ninguna columna, o más de una, se llama "${title}", como dice exercises.${exercise}.column del archivo del trabajo. Columnas de notas en este archivo: ${there}.`,
      };
    }
    case 'shared': {
      const { header, exercises } = problem;
      const [first = ''] = exercises;
      return {
        pt: `a coluna "${header}" é uma só, e estas entregas são de ${exercises.length} exercícios: ${exercises.join(', ')}. Diga de qual é a coluna, com --exercise ${first}; ou, se ela é da soma, escreva column: "${header}" em cada um deles no arquivo do trabalho.`,
        es: `la columna "${header}" es una sola, y estas entregas son de ${exercises.length} ejercicios: ${exercises.join(', ')}. Di de cuál es la columna, con --exercise ${first}; o, si es de la suma, escribe column: "${header}" en cada uno de ellos en el archivo del trabajo.`,
      };
    }
    case 'none': {
      const { exercises } = problem;
      const there = list(problem.headers);
      return {
        pt: `não se sabe que coluna é a de ${exercises.join(', ')}: diga-a em exercises.<nome>.column do arquivo do trabalho. Colunas de notas neste arquivo: ${there}.`,
        es: `no se sabe qué columna es la de ${exercises.join(', ')}: dila en exercises.<nombre>.column del archivo del trabajo. Columnas de notas en este archivo: ${there}.`,
      };
    }
  }
}

function list(headers: readonly string[]): string {
  return headers.length === 0 ? '–' : headers.map((header) => `"${header}"`).join(', ');
}

/** What went into a gradebook and what did not, and what the platform will do with it, a line each. */
export function sayFilled(path: string, filled: Filled): Text[] {
  const { written, unmatched, waiting, locked, withoutColumn } = filled;
  const about = (pt: string, es: string, names: readonly string[]): Text[] =>
    names.length === 0
      ? []
      : [{ pt: `${path}: ${pt}: ${names.join(', ')}`, es: `${path}: ${es}: ${names.join(', ')}` }];
  return [
    { pt: `${path}: notas preenchidas: ${written}`, es: `${path}: notas rellenadas: ${written}` },
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
      'sem nota, porque não se sabe qual é a coluna (diga-a em exercises.<nome>.column do arquivo do trabalho), os exercícios',
      'sin nota, porque no se sabe cuál es la columna (dila en exercises.<nombre>.column del archivo del trabajo), los ejercicios',
      withoutColumn,
    ),
    ...sayImport(path, filled),
  ];
}

/** What Moodle does with a worksheet without a word. */
function sayImport(path: string, { unreplaced, comments }: Filled): Text[] {
  const marks: Text = {
    pt: `${path}: notas que substituem outras que o Moodle já tem: ${unreplaced}. Ao carregar o arquivo, marque a opção "Permitir a atualização…", a última: sem ela o Moodle ignora essas notas sem dizer.`,
    es: `${path}: notas que sustituyen a otras que Moodle ya tiene: ${unreplaced}. Al subir el archivo, marca la opción "Permitir la actualización…", la última: sin ella Moodle ignora esas notas sin decirlo.`,
  };
  const formats: Text = {
    pt: `${path}: linhas com comentários: ${comments}. O Moodle os exporta sem formatação e, ao carregar o arquivo, os grava assim: se os formatou no Moodle, apague antes essa coluna.`,
    es: `${path}: líneas con comentarios: ${comments}. Moodle los exporta sin formato y, al subir el archivo, los guarda así: si les diste formato en Moodle, borra antes esa columna.`,
  };
  return [...(unreplaced > 0 ? [marks] : []), ...(comments > 0 ? [formats] : [])];
}

export const sayFeedbackZip = (path: string, pages: number): Text => ({
  pt: `${path}: páginas para "Carregar arquivos de feedback em um zip" no Moodle: ${pages}`,
  es: `${path}: páginas para "Subir archivos de retroalimentación en un ZIP" en Moodle: ${pages}`,
});
