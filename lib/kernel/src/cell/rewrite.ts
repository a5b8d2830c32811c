import ts from '@tslab/typescript-for-tslab';

/** A cell written so that tslab's converter takes it as meant. */
export interface Rewritten {
  readonly source: string;
  /** The offset in the cell of an offset in `source`. */
  readonly originalOffset: (offset: number) => number;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Rewrites two things that tslab's converter gets wrong: a shorthand `{x}` does not find the `x` of an earlier cell, and
 * `await (x)` at the top level is taken as a call of a function named await.
 */
export function rewrite(cell: string): Rewritten {
  const insertions = findInsertions(cell);
  let source = '';
  let from = 0;
  for (const { at, text } of insertions) {
    source += cell.slice(from, at) + text;
    from = at;
  }
  source += cell.slice(from);
  return { source, originalOffset: (offset) => originalOffset(offset, insertions, cell.length) };
}

function findInsertions(cell: string): Insertion[] {
  const insertions: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) {
      insertions.push({ at: node.name.getStart(), text: `${node.name.text}: ` });
    }
    const operand = parenthesizedOperand(node);
    if (operand) {
      // The array is the shortest way of writing "this value, with its type" that starts with a name.
      insertions.push({ at: operand.start, text: ' Array.of(' }, { at: operand.end, text: ')[0]' });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('cell.ts', cell, ts.ScriptTarget.Latest, true));
  return insertions.sort((a, b) => a.at - b.at);
}

/** Where the parentheses of `await (…)` are. The parser takes it as a call, except in async functions and modules. */
function parenthesizedOperand(node: ts.Node): { start: number; end: number } | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'await') {
    return { start: node.arguments.pos - 1, end: node.end };
  }
  if (!ts.isAwaitExpression(node)) return undefined;
  let left: ts.Expression = node.expression;
  while (ts.isCallExpression(left) || ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left)) {
    left = left.expression;
  }
  return ts.isParenthesizedExpression(left) ? { start: left.getStart(), end: left.end } : undefined;
}

function originalOffset(offset: number, insertions: readonly Insertion[], length: number): number {
  let inserted = 0;
  for (const { at, text } of insertions) {
    const start = at + inserted;
    if (offset < start) break;
    if (offset < start + text.length) return at;
    inserted += text.length;
  }
  return Math.min(offset - inserted, length);
}
