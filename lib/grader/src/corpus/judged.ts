import type { ResultFile, ResultItem, ResultLine } from '../report/result';
import type { Row, WrongRow } from './corpus';

/** What the grader made of a row. */
export interface Judged<One extends Row = Row> {
  readonly row: One;
  readonly points: number;
  readonly maxPoints: number;
  /** What a student is told: ids and families, lines lost, kinds of failures. */
  readonly told: readonly string[];
  /** The messages of the lines that are lost. */
  readonly messages: readonly string[];
}

/** Reads a row's marks from the result of its notebook. */
export function judgedIn<One extends Row>(result: ResultFile, row: One): Judged<One> {
  const item = result.items.find(({ id }) => id === row.item);
  if (item === undefined)
    throw new Error(`${result.exercise}: ${row.name}: item ${row.item} was not graded: ${result.message}`);
  const lost = item.lines.filter(({ points, max_points }) => points < max_points);
  return {
    row,
    points: item.points,
    maxPoints: item.max_points,
    told: lost.flatMap((line) => toldBy(line, item)),
    messages: lost.filter(({ status }) => status !== 'not-counted').map(({ message }) => message),
  };
}

export const isFull = ({ points, maxPoints }: Judged): boolean => maxPoints > 0 && points === maxPoints;

/** Whether the student is told what is wrong. */
export const isDiagnosed = ({ row, told }: Judged<WrongRow>): boolean => row.is.some((what) => told.includes(what));

/** A third family would not be told, and a line that does not count tells nothing. */
function toldBy({ line, status, message, mistakes, families }: ResultLine, item: ResultItem): string[] {
  if (status === 'not-counted') return [];
  const valueHolds = item.lines.find((one) => one.line === 'value')?.status === 'right';
  const isManner = line !== 'value' && line !== 'gradient';
  return [...mistakes, ...families.slice(0, 2), ...(isManner && valueHolds ? [line] : []), ...failureTold(message)];
}

/** How an answer failed, by the words of the page in Portuguese and Spanish. */
const failures: readonly (readonly [kind: string, words: RegExp])[] = [
  ['type-error', /Erro de tipos na linha|Error de tipos en la línea/],
  ['throws', /parou com um erro|se detuvo con un error/],
  ['no-tensor', /devolva um tensor|devuelve un tensor de números/],
  [
    'missing',
    /não existe depois de|no existe después de|devolve NaN em todos os casos|devuelve NaN en todos los casos/,
  ],
];

function failureTold(message: string): string[] {
  return failures.flatMap(([kind, words]) => (words.test(message) ? [kind] : []));
}
