import type { Cell, Notebook } from './notebook';
import { repair, type Repair } from './repair';
import { setupsOf } from './setups';
import type { Step } from './step';

/** A written answer that a human marks. */
export interface WrittenItem {
  readonly id: string;
  readonly maxPoints: number;
}

/** What of a submission is run, in which order. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Items whose answer cell is gone. */
  readonly withoutAnswer: readonly string[];
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
      steps.push(
        run(
          cell,
          original ?? cell.source,
          items.find((item) => answers.get(item) === cell),
        ),
      );
    }
    for (const item of items) if (takeAfter.get(item) === cell) steps.push({ do: 'take', item });
  }
  steps.push(...setups.before(undefined));
  for (const item of items) if (takeAfter.get(item) === undefined) steps.push({ do: 'take', item });
  const withoutAnswer = items.filter((item) => answers.get(item) === undefined);
  for (const gradeId of withoutAnswer) repairs.push(repair('answer-missing', { gradeId }));
  return { steps, withoutAnswer, written: writtenItems(released ?? notebook), repairs };
}

function run(cell: Cell, source: string, item: string | undefined): Step {
  return { do: 'run', cell: cell.number, source, item };
}

/** Gives each cell the metadata that it was handed out with, found by grade_id or, when that is gone, by the cell's own id. */
function identify(cells: readonly Cell[], released: Notebook | undefined, repairs: Repair[]): Cell[] {
  const byGradeId = new Map(released?.cells.map((cell) => [cell.nbgrader?.gradeId, cell]));
  const byId = new Map(released?.cells.map((cell) => [cell.id, cell]));
  return cells.map((cell) => {
    const gradeId = cell.nbgrader?.gradeId;
    const original =
      gradeId !== undefined ? byGradeId.get(gradeId) : cell.id === undefined ? undefined : byId.get(cell.id);
    if (original?.nbgrader === undefined) return cell;
    if (gradeId === undefined) {
      repairs.push(repair('by-cell-id', { cell: cell.number, gradeId: original.nbgrader.gradeId }));
    }
    if (original.kind !== cell.kind) {
      repairs.push(repair('wrong-kind', { cell: cell.number, gradeId: original.nbgrader.gradeId }));
    }
    return { ...cell, kind: original.kind, nbgrader: original.nbgrader };
  });
}

/** The answer cell of an item; of several with its grade_id, the last, whose functions stand when all cells have run. */
function lastOf(cells: readonly Cell[], item: string, repairs: Repair[]): Cell | undefined {
  const same = cells.filter(({ kind, nbgrader }) => kind === 'code' && nbgrader?.gradeId === item && !nbgrader.grade);
  const last = same.at(-1);
  if (last !== undefined && same.length > 1) repairs.push(repair('duplicate', { cell: last.number, gradeId: item }));
  return last;
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

function writtenItems({ cells }: Notebook): WrittenItem[] {
  return cells.flatMap(({ nbgrader }) =>
    nbgrader?.grade === true && nbgrader.solution ? [{ id: nbgrader.gradeId, maxPoints: nbgrader.points }] : [],
  );
}
