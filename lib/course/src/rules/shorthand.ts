import * as ts from 'typescript';
import { declaredNames } from '../code/declared';
import { lineOf, nodes, parseCode } from '../code/parse';
import { bindCell } from '../code/scope';
import { notebookRule } from './rule';

/** `{x}` of an `x` from an earlier cell is a ReferenceError in plain tslab. */
export const shorthand = notebookRule('shorthand', ({ notebook }) => {
  const earlier = new Set<string>();
  return notebook.cells.flatMap(({ type, id, source }) => {
    if (type !== 'code') return [];
    const found = earlierNames(source, earlier).map(({ name, line }) => ({
      cell: id,
      message: `line ${line}: write { ${name}: ${name} }, since ${name} is from an earlier cell`,
    }));
    for (const name of declaredNames(parseCode(source))) earlier.add(name);
    return found;
  });
});

function earlierNames(source: string, earlier: ReadonlySet<string>): { name: string; line: number }[] {
  const cell = bindCell(source);
  return [...nodes(cell.file)]
    .filter(ts.isShorthandPropertyAssignment)
    .filter((node) => earlier.has(node.name.text) && !cell.declares(node))
    .map((node) => ({ name: node.name.text, line: lineOf(cell.file, node.getStart()) }));
}
