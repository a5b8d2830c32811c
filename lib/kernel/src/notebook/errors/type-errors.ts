import type { Diagnostic } from '../../compiler/converted';
import type { ErrorMessage } from '../../threads/notebook-messages';
import { cyan, red } from './colours';
import { listing } from './listing';

/** Type and syntax errors as one error, with the lines and a caret below each place. */
export function describeTypeErrors(diagnostics: readonly Diagnostic[], source: string, filename: string): ErrorMessage {
  const lines = source.split(/\r\n|\n|\r/);
  const traceback = diagnostics.flatMap((diagnostic, index) => {
    const previous = diagnostics[index - 1];
    // TypeScript explains an error in several messages for one place: the explanations follow, indented.
    if (previous && samePlace(previous, diagnostic)) return [`  ${diagnostic.message}`];
    const place = `${diagnostic.file ?? filename}:${diagnostic.line}:${diagnostic.column}`;
    const head = `${cyan(place)} - ${red(`TS${diagnostic.code}`)}: ${diagnostic.message}`;
    return diagnostic.file === undefined ? [head, ...listing(lines, diagnostic)] : [head];
  });
  const first = diagnostics[0];
  const evalue = first
    ? `${first.file ?? ''}${first.file ? ':' : ''}${first.line}:${first.column} - ${first.message}`
    : '';
  return { ename: 'TypeScriptError', evalue, traceback };
}

function samePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
