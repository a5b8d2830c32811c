import * as ts from 'typescript';
import { lineOf, nodes, parseCode } from '../code/parse';
import { cellRule } from './rule';

/** `await (…)` at a cell's top level is a call of a function `await` for plain tslab. */
export const awaitParenthesis = cellRule('await-parenthesis', ({ type, source }) => {
  if (type !== 'code') return [];
  const file = parseCode(source);
  return [...nodes(file)]
    .filter((node) => isCallOfAwait(node) || isTopLevelAwait(node, file))
    .map((node) => `line ${lineOf(file, node.getStart())}: await a named function instead of \`await (\``);
});

/** Where nothing says that a cell is a module, TypeScript takes `await (` for a call. */
function isCallOfAwait(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'await';
}

function isTopLevelAwait(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isAwaitExpression(node) || !node.expression.getText(file).startsWith('(')) return false;
  return ts.findAncestor(node, ts.isFunctionLike) === undefined;
}
