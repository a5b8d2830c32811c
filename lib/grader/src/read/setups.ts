import type { Cell, Notebook } from './notebook';
import { repair, type Repair } from './repair';
import type { Step } from './step';

/** The locked cells of the released exercise that set up what the answers need. */
export interface Setups {
  /** The set-up cells that the student deleted, to be run before this cell; before the end for undefined. Each is given once. */
  before(cell: Cell | undefined): Step[];
  /** The source with which a cell was handed out, if it is a set-up cell. */
  original(cell: Cell): string | undefined;
  /** Whether a set-up cell stands after what needs it: it is run where it stood, not here. */
  isMoved(cell: Cell): boolean;
}

/** @param cells the student's cells, already identified */
export function setupsOf(released: Notebook | undefined, cells: readonly Cell[], repairs: Repair[]): Setups {
  const all = released?.cells ?? [];
  const moved = movedSetups(all, cells);
  const present = new Set(cells.filter((cell) => !moved.has(cell)).map(({ nbgrader }) => nbgrader?.gradeId));
  const waiting = all.filter(isSetup).filter(({ nbgrader }) => !present.has(nbgrader?.gradeId));
  return {
    before(cell) {
      const end = all.findIndex(
        ({ nbgrader }) => nbgrader !== undefined && nbgrader.gradeId === cell?.nbgrader?.gradeId,
      );
      const early = cell === undefined ? all : all.slice(0, Math.max(end, 0));
      const due = waiting.filter((setup) => early.includes(setup));
      return due.map((setup) => {
        waiting.splice(waiting.indexOf(setup), 1);
        const wasMoved = [...moved].some(({ nbgrader }) => nbgrader?.gradeId === setup.nbgrader?.gradeId);
        const code = wasMoved ? 'locked-moved' : 'locked-missing';
        repairs.push(repair(code, setup.nbgrader && { gradeId: setup.nbgrader.gradeId }));
        return { do: 'run', cell: setup.number, source: setup.source, item: undefined };
      });
    },
    original(cell) {
      const { nbgrader } = cell;
      const setup = all.find((other) => isSetup(other) && other.nbgrader?.gradeId === nbgrader?.gradeId);
      if (setup !== undefined && setup.source !== cell.source) {
        repairs.push(repair('locked-changed', { cell: cell.number, ...(nbgrader && { gradeId: nbgrader.gradeId }) }));
      }
      return setup?.source;
    },
    isMoved: (cell) => moved.has(cell),
  };
}

/** Set-up cells after the first answer that they were handed out before. */
function movedSetups(released: readonly Cell[], cells: readonly Cell[]): Set<Cell> {
  const rank = (cell: Cell): number =>
    released.findIndex(({ nbgrader }) => nbgrader !== undefined && nbgrader.gradeId === cell.nbgrader?.gradeId);
  return new Set(
    cells.filter((cell, place) => {
      const own = isSetup(cell) ? rank(cell) : -1;
      return (
        own !== -1 && cells.slice(0, place).some((before) => before.nbgrader?.solution === true && rank(before) > own)
      );
    }),
  );
}

function isSetup({ kind, nbgrader }: Cell): boolean {
  return kind === 'code' && nbgrader !== undefined && nbgrader.locked && !nbgrader.grade && !nbgrader.solution;
}
