import ts from 'typescript';
import { lineOf, nodes, parseCode } from '../code/parse';
import { cellRule } from './rule';

/** `await (…)` at a cell's top level is a call of a function `await` for plain tslab. */
export const awaitParenthesis = cellRule('await-parenthesis', ({ type, source }) => {
  if (type !== 'code') return [];
  const file = parseCode(source);
  return [...nodes(file)]
    .filter(ts.isAwaitExpression)
    .filter((node) => startsWithParenthesis(node, file) && !insideFunction(node))
    .map((node) => `line ${lineOf(file, node.getStart())}: await a named function instead of \`await (\``);
});

function startsWithParenthesis(node: ts.AwaitExpression, file: ts.SourceFile): boolean {
  return node.expression.getText(file).startsWith('(');
}

function insideFunction(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isFunctionLike) !== undefined;
}
