import type { Language } from '../language';
import { asObject, asString, field, type JsonObject } from './json';
import { repair, type Repair } from './repair';

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

/** Why a file is no notebook; the words are in report/words. */
export type BrokenReason =
  'not-a-file' | 'too-large' | 'unreadable' | 'not-json' | 'no-notebook' | 'old-format' | 'no-cells';

export class BrokenNotebook extends Error {
  constructor(readonly reason: BrokenReason) {
    super(reason);
  }
}

/**
 * Reads a notebook's text and puts right what can be put right.
 * @throws BrokenNotebook if there is nothing to grade in it
 */
export function readNotebook(text: string): Notebook {
  const notebook = asObject(parse(text));
  if (notebook === undefined) throw new BrokenNotebook('no-notebook');
  const repairs: Repair[] = [];
  const format = field(notebook, 'nbformat');
  if ((typeof format === 'number' && format < 4) || Array.isArray(field(notebook, 'worksheets'))) {
    throw new BrokenNotebook('old-format');
  }
  const cells = field(notebook, 'cells');
  if (!Array.isArray(cells)) throw new BrokenNotebook('no-cells');
  if (format === undefined) repairs.push(repair('no-format'));
  const own = asObject(field(asObject(field(notebook, 'metadata')), 'lossbook'));
  const language = asString(field(own, 'language'));
  if (language !== 'pt' && language !== 'es') repairs.push(repair('no-language'));
  return {
    language: language === 'es' ? 'es' : 'pt',
    cells: cells.flatMap((cell, index) => readCell(cell, index + 1, repairs)),
    repairs,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
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
