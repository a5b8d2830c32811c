import type { Diagnostic, Origin } from '../../compiler/converted';
import type { ErrorMessage } from '../../threads/notebook-messages';
import { cyan, red } from './colours';
import { listing } from './listing';

/** Type and syntax errors as one error, with the lines and a caret below each place. */
export function describeTypeErrors(diagnostics: readonly Diagnostic[], source: string, filename: string): ErrorMessage {
  const traceback = diagnostics.flatMap((diagnostic, index) => {
    const previous = diagnostics[index - 1];
    // TypeScript explains an error in several messages for one place: the explanations follow, indented.
    if (previous && samePlace(previous, diagnostic)) return [`  ${diagnostic.message}`];
    const place = `${diagnostic.file ?? filename}:${diagnostic.line}:${diagnostic.column}`;
    const head = `${cyan(place)} - ${red(`TS${diagnostic.code}`)}: ${diagnostic.message}`;
    const { origin } = diagnostic;
    const lines = (origin?.text ?? source).split(/\r\n|\n|\r/);
    return [head, ...listing(lines, diagnostic), ...(origin ? [wayOf(origin, filename)] : [])];
  });
  const first = diagnostics[0];
  const evalue = first
    ? `${first.file ?? ''}${first.file ? ':' : ''}${first.line}:${first.column} - ${first.message}`
    : '';
  return { ename: 'TypeScriptError', evalue, traceback };
}

/** How the cell came by a file. */
function wayOf({ imported }: Origin, filename: string): string {
  if (!imported) return 'imported by an earlier cell';
  return `imported in ${cyan(`${filename}, line ${imported.line}`)}: ${imported.names.map((name) => `'${name}'`).join(' → ')}`;
}

function samePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
