import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './corpus';

/** A cell of a notebook file as far as it is changed here. */
interface Cell {
  cell_type: string;
  id: string;
  metadata: { nbgrader?: { grade_id: string; solution: boolean; grade: boolean } };
  source: string | string[];
}

interface NotebookFile {
  cells: Cell[];
}

/** The notebook that a student hands in who wrote these answers, each of another item, and the others as the master does. */
export function notebookWith(masters: string, exercise: string, rows: readonly Row[]): string {
  const language = rows.find(({ notebook }) => notebook !== undefined)?.notebook ?? 'pt';
  const notebook = readMaster(join(masters, language, `${exercise}.ipynb`));
  for (const row of rows) write(notebook, row);
  return JSON.stringify(notebook);
}

/** The answer cells of the master, by item. */
export function answersOf(masters: string, exercise: string): Map<string, string> {
  const { cells } = readMaster(join(masters, 'pt', `${exercise}.ipynb`));
  return new Map(cells.filter(isAnswer).map((cell) => [idOf(cell), textOf(cell)]));
}

/** The answer cell after a row's change. */
export function answerWith(answer: string, row: Row): string {
  const { in: name, replace = [], body, cell } = row;
  if (cell !== undefined) return cell;
  if (name === undefined) return answer;
  const found = new RegExp(`^(?:async )?function ${name}\\([^]*?\\{\\n([^]*?)^\\}`, 'm').exec(answer);
  if (found === null) throw new Error(`${row.item}: no function ${name}`);
  const [, inner = ''] = found;
  const start = found.index + found[0].length - 1 - inner.length;
  const changed = body === undefined ? replaced(inner, replace, row) : `${body.trimEnd()}\n`;
  return answer.slice(0, start) + changed + answer.slice(start + inner.length);
}

function replaced(text: string, pairs: readonly (readonly [string, string])[], { item, name }: Row): string {
  return pairs.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${item}, ${name}: no ${from} to replace`);
    return before.replaceAll(from, to);
  }, text);
}

function write({ cells }: NotebookFile, row: Row): void {
  const at = cells.findIndex((cell) => isAnswer(cell) && idOf(cell) === row.item);
  const answer = cells[at];
  if (answer === undefined) throw new Error(`no answer cell ${row.item}`);
  answer.source = answerWith(textOf(answer), row);
  const own = (source: string, place: string): Cell => ({
    cell_type: 'code',
    id: `${row.item}-${place}`,
    metadata: {},
    source,
  });
  if (row.after !== undefined) cells.splice(at + 1, 0, own(row.after, 'after'));
  if (row.before !== undefined) cells.splice(at, 0, own(row.before, 'before'));
}

/** The master without what only the course's tools read. */
function readMaster(path: string): NotebookFile {
  const notebook = JSON.parse(readFileSync(path, 'utf8')) as NotebookFile;
  for (const cell of notebook.cells.filter(isAnswer)) {
    cell.source = textOf(cell).replace(/^ *\/\/ (BEGIN SOLUTION|END SOLUTION|STUB:).*\n/gm, '');
  }
  return notebook;
}

const isAnswer = ({ cell_type, metadata }: Cell): boolean =>
  cell_type === 'code' && metadata.nbgrader?.solution === true;
const idOf = ({ metadata }: Cell): string => metadata.nbgrader?.grade_id ?? '';
const textOf = ({ source }: Cell): string => (typeof source === 'string' ? source : source.join(''));
