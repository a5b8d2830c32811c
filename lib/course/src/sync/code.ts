import { sides, type Pair, type Side } from '../course/pair';
import { hash } from '../notebook/hash';
import type { Cell } from '../notebook/notebook';
import { own, setOwn } from '../notebook/own';
import { hasTag } from '../notebook/tags';
import type { Outcome } from './outcome';
import { together } from './outcome';

/**
 * Makes the code cells of both notebooks the same: a cell that changed on one side since the last sync is copied to the other;
 * one that changed on both is an author's to settle. The cell tagged `language` is left alone.
 */
export function syncCode(pair: Pair): Outcome {
  const [pt, es] = sides(pair) as [Side, Side];
  const others = new Map(es.notebook.cells.map((cell) => [cell.id, cell]));
  return together(
    pt.notebook.cells.map((cell) => {
      const other = others.get(cell.id);
      if (other === undefined || cell.type !== 'code' || other.type !== 'code') return nothing;
      if (hasTag(cell, 'language') || hasTag(other, 'language')) return nothing;
      return syncCell({ side: pt, cell }, { side: es, cell: other });
    }),
  );
}

interface Place {
  readonly side: Side;
  readonly cell: Cell;
}

const nothing: Outcome = { done: [], problems: [] };

function syncCell(pt: Place, es: Place): Outcome {
  if (pt.cell.source === es.cell.source) {
    stamp(pt.cell);
    stamp(es.cell);
    return nothing;
  }
  const changed = [pt, es].filter(({ cell }) => own(cell, 'synced') !== hash(cell.source));
  const [from] = changed;
  if (from === undefined || changed.length !== 1) {
    const message = `the code changed in both languages since the last sync; ${es.side.file} has it otherwise: keep one`;
    return { done: [], problems: [{ file: pt.side.file, cell: pt.cell.id, rule: 'sync', message }] };
  }
  const to = from === pt ? es : pt;
  copyCode(from.cell, to.cell);
  return { done: [`${to.side.file}: cell ${to.cell.id} follows ${from.side.file}`], problems: [] };
}

function copyCode(from: Cell, to: Cell): void {
  to.source = from.source;
  to.metadata = structuredClone(from.metadata);
  to.outputs = [];
  to.executionCount = null;
  stamp(from);
  stamp(to);
}

function stamp(cell: Cell): void {
  const now = hash(cell.source);
  if (own(cell, 'synced') !== now) setOwn(cell, 'synced', now);
}
