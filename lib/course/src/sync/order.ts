import { sides, type Pair, type Side } from '../course/pair';
import { hash } from '../notebook/hash';
import type { Cell, Notebook } from '../notebook/notebook';
import { own, setOwn } from '../notebook/own';
import type { Problem } from '../notebook/problem';
import type { Outcome } from './outcome';

/**
 * Gives both notebooks the same cells in the same order. The side whose list of ids changed since the last sync (its hash is
 * in the notebook's `metadata.lossbook.order`) is followed; when both changed, nothing is done.
 */
export function syncOrder(pair: Pair): Outcome {
  const [pt, es] = sides(pair) as [Side, Side];
  if (order(pt.notebook) === order(es.notebook)) return stamped([pt, es]);
  const changed = [pt, es].filter(({ notebook }) => own(notebook, 'order') !== order(notebook));
  const [from] = changed;
  if (from === undefined || changed.length !== 1) return { done: [], problems: [bothChanged(pt, es)] };
  return follow(from, from === pt ? es : pt);
}

/** The hash of a notebook's list of cell ids. */
export function order(notebook: Notebook): string {
  return hash(notebook.cells.map(({ id }) => id).join('\n'));
}

function follow(from: Side, to: Side): Outcome {
  const kept = new Set(from.notebook.cells.map(({ id }) => id));
  const removed = to.notebook.cells.filter(({ id }) => !kept.has(id));
  const edited = removed.filter((cell) => cell.type === 'code' && own(cell, 'synced') !== hash(cell.source));
  if (edited.length > 0) return { done: [], problems: edited.map((cell) => removedAndChanged(from, to, cell)) };

  const byId = new Map(to.notebook.cells.map((cell) => [cell.id, cell]));
  const added = from.notebook.cells.filter(({ id }) => !byId.has(id));
  to.notebook.cells = from.notebook.cells.map((cell) => byId.get(cell.id) ?? copy(cell));
  stamped([from, to]);
  return {
    done: [
      ...removed.map(({ id }) => `${to.file}: removed cell ${id}`),
      ...added.map(({ id }) => `${to.file}: added cell ${id}`),
      ...(removed.length + added.length === 0 ? [`${to.file}: moved cells as in ${from.file}`] : []),
    ],
    problems: [],
  };
}

/** A new cell for the other side: not run yet there, and its prose not yet translated. */
function copy(cell: Cell): Cell {
  const { lossbook, ...metadata } = structuredClone(cell.metadata);
  return {
    ...structuredClone(cell),
    metadata: cell.type === 'code' && lossbook !== undefined ? { ...metadata, lossbook } : metadata,
    outputs: [],
    executionCount: null,
  };
}

function stamped(both: readonly Side[]): Outcome {
  for (const { notebook } of both) {
    if (own(notebook, 'order') !== order(notebook)) setOwn(notebook, 'order', order(notebook));
  }
  return { done: [], problems: [] };
}

function bothChanged(pt: Side, es: Side): Problem {
  const at = pt.notebook.cells.findIndex(({ id }, index) => id !== es.notebook.cells[index]?.id);
  const index = at === -1 ? pt.notebook.cells.length : at;
  const name = (side: Side): string => side.notebook.cells[index]?.id ?? 'the end';
  return {
    file: pt.file,
    cell: name(pt),
    rule: 'sync',
    message: `the cells of both languages were added, removed or moved (${es.file} has ${name(es)} here): make one follow the other by hand`,
  };
}

function removedAndChanged(from: Side, to: Side, cell: Cell): Problem {
  const message = `changed here, but removed from ${from.file}: remove it here or put it back there`;
  return { file: to.file, cell: cell.id, rule: 'sync', message };
}
