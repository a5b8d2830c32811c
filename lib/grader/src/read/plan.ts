import { declaredIn } from './declared';
import { identify } from './identify';
import type { Cell, Notebook } from './notebook';
import { repair, type Repair } from './repair';
import { setupsOf } from './setups';
import type { Step } from './step';

/** A written answer that a human marks. */
export interface WrittenItem {
  readonly id: string;
  readonly maxPoints: number;
  /** What was asked, as it was handed out: the text before the answer, and the answer's own cell. */
  readonly question: string;
  /** What the student wrote; undefined if the cell is gone or still as it was handed out. */
  readonly answer: string | undefined;
}

/** What of a submission is run, in which order. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Items whose answer cell is gone. */
  readonly withoutAnswer: readonly string[];
  /** Items whose answer cell is still as it was handed out. */
  readonly untouched: readonly string[];
  readonly written: readonly WrittenItem[];
  readonly repairs: readonly Repair[];
}

/**
 * Decides what to run. Locked cells come from the released exercise, never from the student; cells with points are not run;
 * everything else runs in the order in which the student left it.
 * @param released the exercise as it was handed out; without it, the student's locked cells are all there is
 */
export function planOf(notebook: Notebook, items: readonly string[], released: Notebook | undefined): Plan {
  const repairs: Repair[] = [];
  const cells = identify(notebook.cells, released, repairs);
  const answers = new Map(items.map((item) => [item, lastOf(cells, item, repairs)]));
  const takeAfter = new Map(items.map((item) => [item, lastWordOn(cells, item, answers.get(item))]));
  const steps: Step[] = [];
  const setups = setupsOf(released, cells, repairs);
  for (const cell of cells) {
    steps.push(...setups.before(cell));
    if (cell.kind === 'code' && cell.nbgrader?.grade !== true) {
      const original = setups.original(cell);
      const item = items.find((one) => answers.get(one) === cell);
      if (!setups.isMoved(cell)) steps.push(run(cell, original ?? cell.source, item));
    }
    for (const item of items) if (takeAfter.get(item) === cell) steps.push({ do: 'take', item });
  }
  steps.push(...setups.before(undefined));
  for (const item of items) if (takeAfter.get(item) === undefined) steps.push({ do: 'take', item });
  const withoutAnswer = items.filter((item) => answers.get(item) === undefined);
  for (const gradeId of withoutAnswer) repairs.push(repair('answer-missing', { gradeId }));
  const untouched = items.filter((item) => isAsHandedOut(answers.get(item), released));
  return { steps, withoutAnswer, untouched, written: writtenItems(released ?? notebook, cells), repairs };
}

/** The written answers of an exercise as it was handed out, without an answer. */
export function writtenIn(released: Notebook | undefined): WrittenItem[] {
  return released === undefined ? [] : writtenItems(released, released.cells);
}

function run(cell: Cell, source: string, item: string | undefined): Step {
  return { do: 'run', cell: cell.number, source, item };
}

/** The answer cell of an item; of several with its grade_id, the last, whose functions stand when all cells have run. */
function lastOf(cells: readonly Cell[], item: string, repairs: Repair[]): Cell | undefined {
  const same = cells.filter(({ kind, nbgrader }) => kind === 'code' && nbgrader?.gradeId === item && !nbgrader.grade);
  const last = same.at(-1);
  if (last !== undefined && same.length > 1) {
    repairs.push(repair(areParts(same) ? 'split' : 'duplicate', { cell: last.number, gradeId: item }));
  }
  return last;
}

/** Whether cells with one grade_id declare different things each: then they are the parts of one that was split. */
function areParts(cells: readonly Cell[]): boolean {
  const declared = cells.map(({ source }) => declaredIn(source));
  return declared.every(({ length }) => length > 0) && new Set(declared.flat()).size === declared.flat().length;
}

/**
 * The cell after which an item's functions are taken: its test cell, as in JupyterLab, or the answer if that comes later.
 * Without a test cell it is undefined, the end.
 */
function lastWordOn(cells: readonly Cell[], item: string, answer: Cell | undefined): Cell | undefined {
  const tests = cells.filter(({ nbgrader }) => nbgrader?.grade === true && nbgrader.gradeId === `${item}-check`);
  if (tests.length === 0) return undefined;
  return cells.findLast((cell) => cell === answer || tests.includes(cell));
}

function isAsHandedOut(answer: Cell | undefined, released: Notebook | undefined): boolean {
  const original = released?.cells.find(({ nbgrader }) => nbgrader?.gradeId === answer?.nbgrader?.gradeId);
  return answer !== undefined && original?.source.trim() === answer.source.trim();
}

/** @param cells the student's cells, already identified */
function writtenItems(released: Notebook, cells: readonly Cell[]): WrittenItem[] {
  return released.cells.flatMap(({ nbgrader, source }, i) => {
    if (nbgrader?.grade !== true || !nbgrader.solution) return [];
    const before = released.cells[i - 1];
    const own = cells.findLast((cell) => cell.nbgrader?.gradeId === nbgrader.gradeId);
    const answer = own === undefined || own.source.trim() === source.trim() ? undefined : own.source;
    const question = [before?.kind === 'markdown' ? before.source : '', source].join('\n\n').trim();
    return [{ id: nbgrader.gradeId, maxPoints: nbgrader.points, question, answer }];
  });
}
