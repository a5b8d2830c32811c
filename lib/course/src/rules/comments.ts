import * as ts from 'typescript';
import { lineOf, nodes, parseCode } from '../code/parse';
import { MarkError, withoutSolution } from '../release/solution';
import { cellRule } from './rule';

/** Code cells have no comments, since these would be in one language; a master's solution may. */
export const comments = cellRule('comments', ({ type, source }) => {
  if (type !== 'code') return [];
  const file = parseCode(asReleased(source));
  return commentStarts(file).map(
    (position) => `line ${lineOf(file, position)} as released: say it in prose, in both languages, not in a comment`,
  );
});

/** A cell with broken marks is the release's to report. */
function asReleased(source: string): string {
  try {
    return withoutSolution(source);
  } catch (error) {
    if (error instanceof MarkError) return '';
    throw error;
  }
}

function commentStarts(file: ts.SourceFile): number[] {
  const starts = [...nodes(file)]
    .filter((node) => ts.isToken(node))
    .flatMap((token) => [
      ...(ts.getLeadingCommentRanges(file.text, token.pos) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, token.end) ?? []),
    ])
    .map(({ pos }) => pos);
  return [...new Set(starts)].sort((a, b) => a - b);
}
