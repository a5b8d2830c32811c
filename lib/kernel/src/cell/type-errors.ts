import { CellError } from './cell-error';
import type { Diagnostic } from './converter';

/** Type and syntax errors as one error, with the lines and a caret below each place. */
export function describeTypeErrors(diagnostics: readonly Diagnostic[], source: string): CellError {
  const lines = source.split(/\r?\n/);
  const traceback = diagnostics.flatMap((diagnostic, index) => {
    const previous = diagnostics[index - 1];
    const text = `${placeOf(diagnostic)} - ${diagnostic.message} (TS${diagnostic.code})`;
    // TypeScript explains an error in several messages for one place: the explanations follow, indented.
    if (previous && placeOf(previous) === placeOf(diagnostic)) return [`  ${diagnostic.message}`];
    return diagnostic.file === undefined ? [text, ...excerpt(lines, diagnostic)] : [text];
  });
  const first = diagnostics[0];
  const evalue = first ? `${placeOf(first)} - ${first.message}` : '';
  return new CellError({ ename: 'TypeScriptError', evalue, traceback });
}

function placeOf({ file, line, column }: Diagnostic): string {
  return `${file === undefined ? '' : `${file} `}${line}:${column}`;
}

function excerpt(lines: readonly string[], { line, column }: Diagnostic): string[] {
  const text = lines[line - 1];
  if (text === undefined) return [];
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [`  ${text}`, `  ${indent}^`];
}
