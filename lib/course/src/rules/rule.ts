import { sides, type Pair, type Side } from '../course/pair';
import type { Cell } from '../notebook/notebook';
import type { Problem } from '../notebook/problem';

/** Something that every lesson must keep to. */
export interface Rule {
  readonly name: string;
  find(pair: Pair): Problem[];
}

/** What a rule found, before it is known in which notebook. */
export interface Finding {
  readonly cell?: string;
  readonly message: string;
}

/** A rule that looks at one notebook at a time. */
export function notebookRule(name: string, find: (side: Side, pair: Pair) => Finding[]): Rule {
  return {
    name,
    find: (pair) =>
      sides(pair).flatMap((side) => find(side, pair).map((finding) => ({ ...finding, file: side.file, rule: name }))),
  };
}

/** A rule that looks at one cell at a time; it returns messages. */
export function cellRule(name: string, find: (cell: Cell, side: Side, pair: Pair) => string[]): Rule {
  return notebookRule(name, (side, pair) =>
    side.notebook.cells.flatMap((cell) => find(cell, side, pair).map((message) => ({ cell: cell.id, message }))),
  );
}

/** A rule that compares the Portuguese cell with the Spanish one of the same id; it returns messages. */
export function counterpartRule(name: string, find: (pt: Cell, es: Cell) => string[]): Rule {
  return {
    name,
    find: (pair) => {
      const [pt, es] = sides(pair) as [Side, Side];
      const others = new Map(es.notebook.cells.map((cell) => [cell.id, cell]));
      return pt.notebook.cells.flatMap((cell) => {
        const other = others.get(cell.id);
        if (other === undefined) return [];
        return find(cell, other).map((message) => ({ file: pt.file, cell: cell.id, rule: name, message }));
      });
    },
  };
}
