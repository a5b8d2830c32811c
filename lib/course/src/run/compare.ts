import type { Notebook } from '../notebook/notebook';
import type { Problem } from '../notebook/problem';
import { hasTag } from '../notebook/tags';
import { sameOutputs } from './numbers';

/** Names each cell that now shows something else than what is committed; cells tagged `machine` may. */
export function differences(now: Notebook, committed: Notebook, file: string): Problem[] {
  const old = new Map(committed.cells.map((cell) => [cell.id, cell]));
  return now.cells
    .filter((cell) => cell.type === 'code' && !hasTag(cell, 'machine'))
    .filter((cell) => !sameOutputs(cell.outputs, old.get(cell.id)?.outputs ?? []))
    .map((cell) => ({
      file,
      cell: cell.id,
      rule: 'run',
      message:
        'a run shows something else than the committed output: run `npm run course -- run`, and look at the diff',
    }));
}
