import type { Cell, Notebook } from './notebook';
import { repair, type Repair } from './repair';
import type { Step } from './step';

/** The locked cells of the released exercise that set up what the answers need. */
export interface Setups {
  /** The set-up cells that the student deleted, to be run before this cell; before the end for undefined. Each is given once. */
  before(cell: Cell | undefined): Step[];
  /** The source with which a cell was handed out, if it is a set-up cell. */
  original(cell: Cell): string | undefined;
}

/** @param cells the student's cells, already identified */
export function setupsOf(released: Notebook | undefined, cells: readonly Cell[], repairs: Repair[]): Setups {
  const all = released?.cells ?? [];
  const present = new Set(cells.map(({ nbgrader }) => nbgrader?.gradeId));
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
        repairs.push(repair('locked-missing', setup.nbgrader && { gradeId: setup.nbgrader.gradeId }));
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
  };
}

function isSetup({ kind, nbgrader }: Cell): boolean {
  return kind === 'code' && nbgrader !== undefined && nbgrader.locked && !nbgrader.grade && !nbgrader.solution;
}
