import { sides, type Pair, type Side } from '../course/pair';
import { canonical, without, type JsonObject } from '../notebook/json';
import { gradingJson } from '../notebook/nbgrader';
import type { Cell } from '../notebook/notebook';
import type { Problem } from '../notebook/problem';
import { hasTag, tags } from '../notebook/tags';
import type { Rule } from './rule';

const name = 'in-step';

/**
 * Both languages have the same cells in the same order, and their code cells are the same byte for byte, with the same tags and
 * the same nbgrader metadata. Only the code of the cell tagged `language` differs, and there is one.
 */
export const inStep: Rule = {
  name,
  find: (pair) => [...orderProblem(pair), ...languageCells(pair), ...cellProblems(pair)],
};

function orderProblem(pair: Pair): Problem[] {
  const [pt, es] = sides(pair) as [Side, Side];
  const length = Math.max(pt.notebook.cells.length, es.notebook.cells.length);
  for (let i = 0; i < length; i++) {
    const [here, there] = [pt.notebook.cells[i], es.notebook.cells[i]];
    if (here?.id === there?.id) continue;
    const message = `cell ${i + 1} is ${here?.id ?? 'missing'} here and ${there?.id ?? 'missing'} in ${es.file}`;
    return [{ file: pt.file, ...(here === undefined ? {} : { cell: here.id }), rule: name, message }];
  }
  return [];
}

function languageCells(pair: Pair): Problem[] {
  return sides(pair).flatMap(({ notebook, file }) => {
    const count = notebook.cells.filter((cell) => cell.type === 'code' && hasTag(cell, 'language')).length;
    if (count === 1) return [];
    return [{ file, rule: name, message: `one code cell must have the tag language; ${count} have` }];
  });
}

function cellProblems(pair: Pair): Problem[] {
  const [pt, es] = sides(pair) as [Side, Side];
  const others = new Map(es.notebook.cells.map((cell) => [cell.id, cell]));
  return pt.notebook.cells.flatMap((cell) => {
    const other = others.get(cell.id);
    const message = other === undefined ? undefined : difference(cell, other);
    return message === undefined
      ? []
      : [{ file: pt.file, cell: cell.id, rule: name, message: `${message} in ${es.file}` }];
  });
}

function difference(pt: Cell, es: Cell): string | undefined {
  if (pt.type !== es.type) return `is ${pt.type} here and ${es.type}`;
  if (tags(pt).join() !== tags(es).join()) return 'has other tags';
  if (canonical(comparableGrading(pt)) !== canonical(comparableGrading(es))) return 'has other nbgrader metadata';
  if (pt.type === 'code' && !hasTag(pt, 'language') && pt.source !== es.source) return 'has other code';
  return undefined;
}

/** Without the checksum, which follows from the source: the language cell's and a prose cell's differ rightly. */
function comparableGrading(cell: Cell): JsonObject {
  return without(gradingJson(cell) ?? {}, 'checksum');
}
