import { readCell } from './cell-syntax';

export interface Completeness {
  readonly status: 'complete' | 'incomplete' | 'invalid';
  /** What the next line should start with, if more is to come. */
  readonly indent: string;
}

/** `'*\/' expected` and an unterminated template: errors that more text mends, though they stand where the thing begins. */
const UNTERMINATED = new Set([1010, 1160]);

/** A text in quotes and a regular expression must end on their line. */
const ENDS_WITH_LINE = new Set([1002, 1161]);

/** Whether a cell can run as it is, or is to be continued on the next line: it is if its only fault is that it ends. */
export function completenessOf(source: string, isJsx: boolean): Completeness {
  const { errors } = readCell(source, isJsx);
  if (errors.length === 0) return { status: 'complete', indent: '' };
  const end = source.trimEnd().length;
  const isIncomplete = errors.every(({ code, start }) => {
    return UNTERMINATED.has(code) || (start >= end && !ENDS_WITH_LINE.has(code));
  });
  return isIncomplete ? { status: 'incomplete', indent: nextIndent(source) } : { status: 'invalid', indent: '' };
}

/** That of the last line, and two spaces more if it opens something. */
function nextIndent(source: string): string {
  const line = source.trimEnd().split('\n').at(-1) ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return /[{([]\s*$|=>\s*$/.test(line) ? `${indent}  ` : indent;
}
