import type { Notebook } from '../notebook/notebook';
import { hasTag } from '../notebook/tags';
import { sameButNumbers } from './numbers';

/**
 * A cell tagged `machine` shows times or devices, which differ at every run. It keeps its committed output unless its code
 * changed or it now shows something else than other numbers.
 */
export function keepMachineOutputs(now: Notebook, before: Notebook): void {
  const committed = new Map(before.cells.map((cell) => [cell.id, cell]));
  for (const cell of now.cells) {
    const old = committed.get(cell.id);
    if (old === undefined || !hasTag(cell, 'machine') || old.source !== cell.source) continue;
    if (sameButNumbers(cell.outputs, old.outputs)) cell.outputs = old.outputs;
  }
}
