import type { Language } from '../language';
import { toUtf8 } from './decode';
import { guessLanguage } from './guessLanguage';
import { asObject, asString, field, type JsonObject } from './json';
import { repair, type Repair } from './repair';
import { scanNotebook } from './scan';
import { isOld, upgradedCells } from './upgrade';

/** A cell as far as grading needs it. */
export interface Cell {
  /** Its place in the notebook, from 1: how feedback names it. */
  readonly number: number;
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly id: string | undefined;
  readonly source: string;
  readonly nbgrader: Nbgrader | undefined;
}

/** nbgrader's metadata of a cell. */
export interface Nbgrader {
  readonly gradeId: string;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly points: number;
}

export interface Notebook {
  readonly language: Language;
  readonly cells: readonly Cell[];
  readonly repairs: readonly Repair[];
}

/** No exercise has a tenth of it; a notebook with more is made to keep the grader busy. */
const mostCells = 2000;

/** Why a file is no notebook; the words are in report/words. */
export type BrokenReason =
  'not-a-file' | 'too-large' | 'encrypted' | 'unreadable' | 'not-json' | 'no-notebook' | 'no-cells';

export class BrokenNotebook extends Error {
  constructor(readonly reason: BrokenReason) {
    super(reason);
  }
}

/**
 * Reads a notebook's bytes and puts right what can be put right. Outputs are left out.
 * @param released the exercise as it was handed out, which tells the language of a notebook that does not
 * @throws BrokenNotebook if there is nothing to grade in it
 */
export function readNotebook(
  content: Buffer | string,
  released?: Readonly<Record<Language, Notebook | undefined>>,
): Notebook {
  const repairs: Repair[] = [];
  const notebook = asObject(parse(typeof content === 'string' ? Buffer.from(content) : content, repairs));
  if (notebook === undefined) throw new BrokenNotebook('no-notebook');
  const found = isOld(notebook) ? upgradedCells(notebook) : field(notebook, 'cells');
  if (!Array.isArray(found) || (isOld(notebook) && found.length === 0)) throw new BrokenNotebook('no-cells');
  if (found.length > mostCells) throw new BrokenNotebook('too-large');
  if (isOld(notebook)) repairs.push(repair('upgraded'));
  else if (field(notebook, 'nbformat') === undefined && !repairs.some(({ code }) => code === 'cut')) {
    repairs.push(repair('no-format'));
  }
  const cells = found.flatMap((cell, index) => readCell(cell, index + 1, repairs));
  const own = asObject(field(asObject(field(notebook, 'metadata')), 'lossbook'));
  const said = asString(field(own, 'language'));
  if (said === 'pt' || said === 'es') return { language: said, cells, repairs };
  const guessed = released && guessLanguage({ cells }, released);
  repairs.push(repair(guessed === undefined ? 'no-language' : 'language-guessed'));
  return { language: guessed ?? 'pt', cells, repairs };
}

function parse(bytes: Buffer, repairs: Repair[]): unknown {
  const scanned = scanNotebook(toUtf8(bytes, repairs));
  if (scanned === undefined) throw new BrokenNotebook('too-large');
  const { text, cut, trailing } = scanned;
  try {
    const value: unknown = JSON.parse(text);
    if (cut) repairs.push(repair('cut'));
    if (trailing) repairs.push(repair('trailing'));
    return value;
  } catch {
    throw new BrokenNotebook('not-json');
  }
}

function readCell(value: unknown, number: number, repairs: Repair[]): Cell[] {
  const cell = asObject(value);
  const kind = field(cell, 'cell_type');
  const source = readSource(field(cell, 'source'));
  if (cell === undefined || (kind !== 'code' && kind !== 'markdown' && kind !== 'raw') || source === undefined) {
    repairs.push(repair('bad-cell', { cell: number }));
    return [];
  }
  const nbgrader = asObject(field(asObject(field(cell, 'metadata')), 'nbgrader'));
  return [{ number, kind, source, id: asString(field(cell, 'id')), nbgrader: readNbgrader(nbgrader) }];
}

/** A source is a string or a list of lines that end in newlines. */
function readSource(source: unknown): string | undefined {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source) || !source.every((line) => typeof line === 'string')) return undefined;
  return source.join('');
}

function readNbgrader(metadata: JsonObject | undefined): Nbgrader | undefined {
  const gradeId = asString(field(metadata, 'grade_id'));
  if (gradeId === undefined || gradeId === '') return undefined;
  const points = field(metadata, 'points');
  return {
    gradeId,
    grade: field(metadata, 'grade') === true,
    solution: field(metadata, 'solution') === true,
    locked: field(metadata, 'locked') === true,
    points: typeof points === 'number' && Number.isFinite(points) && points >= 0 ? points : 0,
  };
}
