import { declaredIn, isBalanced } from './declared';
import type { Cell, Notebook } from './notebook';
import { repair, type Repair } from './repair';

/**
 * Gives each cell the metadata with which it was handed out. It is found by grade_id; when that is gone, by the cell's id,
 * then by what stands in it, then by where it stands.
 */
export function identify(cells: readonly Cell[], released: Notebook | undefined, repairs: Repair[]): Cell[] {
  if (released === undefined) return [...cells];
  const handedOut = released.cells.filter(({ nbgrader }) => nbgrader !== undefined);
  const identities = new Identities(handedOut);
  const known = joined(cells, repairs);
  byMark(known, released, identities, repairs);
  byContent(known, identities, repairs);
  byPosition(known, released, identities, repairs);
  return known.map((cell, i) => dressed(cell, identities.at(i), repairs));
}

/** Which cell, by its place, was handed out as which. */
class Identities {
  private readonly found = new Map<number, Cell>();

  constructor(private readonly handedOut: readonly Cell[]) {}

  at(place: number): Cell | undefined {
    return this.found.get(place);
  }

  set(place: number, original: Cell): void {
    this.found.set(place, original);
  }

  /** The cells that were handed out and are not among the student's. */
  missing(): Cell[] {
    const found = new Set(this.found.values());
    return this.handedOut.filter((cell) => !found.has(cell));
  }

  /** Between which places a missing cell should stand. */
  gap(original: Cell): readonly [number, number] {
    const rank = this.handedOut.indexOf(original);
    let [from, to] = [-1, Infinity];
    for (const [place, cell] of this.found) {
      const other = this.handedOut.indexOf(cell);
      if (other < rank) from = Math.max(from, place);
      else to = Math.min(to, place);
    }
    return [from, to];
  }
}

/** By what JupyterLab keeps: nbgrader's grade_id, or the cell's own id. */
function byMark(cells: readonly Cell[], released: Notebook, identities: Identities, repairs: Repair[]): void {
  const byGradeId = new Map(released.cells.map((cell) => [cell.nbgrader?.gradeId, cell]));
  const byId = new Map(released.cells.map((cell) => [cell.id, cell]));
  cells.forEach((cell, place) => {
    const gradeId = cell.nbgrader?.gradeId;
    const original =
      gradeId !== undefined ? byGradeId.get(gradeId) : cell.id === undefined ? undefined : byId.get(cell.id);
    if (original?.nbgrader === undefined) return;
    identities.set(place, original);
    if (gradeId !== undefined) return;
    repairs.push(repair('by-cell-id', { cell: cell.number, gradeId: original.nbgrader.gradeId }));
  });
}

/** An unchanged cell is known by its text; an answer by the functions that it declares, the last of several. */
function byContent(cells: readonly Cell[], identities: Identities, repairs: Repair[]): void {
  for (const original of identities.missing()) {
    const functions =
      original.nbgrader?.solution === true && original.kind === 'code' ? declaredIn(original.source) : [];
    const place = cells.findLastIndex((cell, i) => {
      if (identities.at(i) !== undefined || cell.nbgrader !== undefined) return false;
      return (
        compact(cell.source) === compact(original.source) ||
        declaredIn(cell.source).some((name) => functions.includes(name))
      );
    });
    found('by-content', place, original, cells, identities, repairs);
  }
}

/** An answer in words is the one text that stands where it was asked for. */
function byPosition(cells: readonly Cell[], released: Notebook, identities: Identities, repairs: Repair[]): void {
  const prose = new Set(released.cells.map(({ source }) => compact(source)));
  for (const original of identities.missing()) {
    if (original.nbgrader?.solution !== true || !original.nbgrader.grade) continue;
    const [from, to] = identities.gap(original);
    const places = cells.flatMap((cell, i) =>
      i > from && i < to && identities.at(i) === undefined && cell.kind !== 'code' && !prose.has(compact(cell.source))
        ? [i]
        : [],
    );
    if (places.length === 1) found('by-position', places[0] ?? -1, original, cells, identities, repairs);
  }
}

function found(
  code: 'by-content' | 'by-position',
  place: number,
  original: Cell,
  cells: readonly Cell[],
  identities: Identities,
  repairs: Repair[],
): void {
  const cell = cells[place];
  if (cell === undefined || original.nbgrader === undefined) return;
  identities.set(place, original);
  repairs.push(repair(code, { cell: cell.number, gradeId: original.nbgrader.gradeId }));
}

function dressed(cell: Cell, original: Cell | undefined, repairs: Repair[]): Cell {
  if (original?.nbgrader === undefined) return cell;
  const { gradeId } = original.nbgrader;
  const retyped = original.kind !== cell.kind;
  if (retyped) repairs.push(repair('wrong-kind', { cell: cell.number, gradeId }));
  const source = retyped && original.kind === 'code' ? withoutFence(cell.source) : cell.source;
  return { ...cell, source, kind: original.kind, nbgrader: original.nbgrader };
}

/** Code that became prose may have got a fence around it. */
function withoutFence(source: string): string {
  return /^\s*(?:```|~~~)\w*\n([^]*?)\n(?:```|~~~)\s*$/.exec(source)?.[1] ?? source;
}

/** A cell that was split inside of a function is put together again. */
function joined(cells: readonly Cell[], repairs: Repair[]): Cell[] {
  const whole: Cell[] = [];
  for (const cell of cells) {
    const before = whole.at(-1);
    if (before !== undefined && areHalves(before, cell)) {
      whole[whole.length - 1] = { ...before, source: `${before.source}\n${cell.source}` };
      repairs.push(
        repair('split', { cell: cell.number, ...(before.nbgrader && { gradeId: before.nbgrader.gradeId }) }),
      );
    } else whole.push(cell);
  }
  return whole;
}

function areHalves(first: Cell, second: Cell): boolean {
  if (first.kind !== 'code' || second.kind !== 'code' || first.nbgrader?.solution !== true) return false;
  if (second.nbgrader !== undefined && second.nbgrader.gradeId !== first.nbgrader.gradeId) return false;
  return !isBalanced(first.source) && !isBalanced(second.source) && isBalanced(first.source + second.source);
}

function compact(source: string): string {
  return source.replace(/\s+/g, '');
}
