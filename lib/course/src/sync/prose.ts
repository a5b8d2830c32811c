import { sides, type Pair, type Side } from '../course/pair';
import { hash } from '../notebook/hash';
import type { Cell } from '../notebook/notebook';
import { own, setOwn } from '../notebook/own';
import type { Problem } from '../notebook/problem';

/** Which prose an author declares true to the other language: these cells, or all. */
export type Accepted = ReadonlySet<string> | 'all';

/** Notes that prose is true to its counterpart as both stand now. */
export function acceptProse(pair: Pair, accepted: Accepted): void {
  for (const { cell, other } of prose(pair)) {
    if (accepted === 'all' || accepted.has(cell.id)) setOwn(cell, 'counterpart', hash(other.source));
  }
}

/** Names each prose cell whose counterpart changed since the cell was last made true to it. */
export function staleProse(pair: Pair, rule: string): Problem[] {
  return prose(pair).flatMap(({ side, cell, otherSide, other }) => {
    const known = own(cell, 'counterpart');
    if (known === hash(other.source)) return [];
    const why =
      known === undefined ? `was never compared with ${otherSide.file}` : `is older than the text of ${otherSide.file}`;
    const message = `${why}: make it say the same, then \`npm run course -- sync --accept ${cell.id}\``;
    return [{ file: side.file, cell: cell.id, rule, message }];
  });
}

interface Prose {
  readonly side: Side;
  readonly cell: Cell;
  readonly otherSide: Side;
  readonly other: Cell;
}

/** Every prose cell of either side that the other side has too. */
function prose(pair: Pair): Prose[] {
  const [pt, es] = sides(pair) as [Side, Side];
  return [
    { side: pt, otherSide: es },
    { side: es, otherSide: pt },
  ].flatMap(({ side, otherSide }) => {
    const others = new Map(otherSide.notebook.cells.map((cell) => [cell.id, cell]));
    return side.notebook.cells.flatMap((cell) => {
      const other = others.get(cell.id);
      return cell.type === 'code' || other === undefined ? [] : [{ side, cell, otherSide, other }];
    });
  });
}
