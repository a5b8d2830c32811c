import path from 'node:path';
import ts from 'typescript';
import { namingCells } from './cell-names';
import type { CellScope } from './cell-scope';
import type { Diagnostic } from './converted';

/** That CommonJS has no `import.meta`: here it has. */
const IMPORT_META = [1343, 1470];

/** That CommonJS has no attributes of imports (`with { type: 'json' }`): here they may be written, and change nothing. */
const IMPORT_ATTRIBUTES = [1324, 2823];

/** That CommonJS has no top-level `await`, also in `for await` and `await using`. */
const TOP_LEVEL_AWAIT = [1309, 1378, 1432, 2854];

/** What is no fault of a cell; neither is that a package has no types. */
const NO_FAULTS = new Set([...TOP_LEVEL_AWAIT, 7016, ...IMPORT_META, ...IMPORT_ATTRIBUTES]);

/** What is no fault of a file of the workspace. */
const NO_FAULTS_OF_FILES = new Set([...IMPORT_META, ...IMPORT_ATTRIBUTES]);

/** That a name is not known: `Cannot find name`, with and without a better one, as a namespace and as a shorthand property. */
const UNKNOWN = new Set([2304, 2503, 2552, 2833, 18004]);

/** Errors of a cell, without those of what was added behind its end. */
export function cellDiagnostics(diagnostics: readonly ts.Diagnostic[], source: string, scope: CellScope): Diagnostic[] {
  return diagnostics
    .filter(({ code, start = 0 }) => !NO_FAULTS.has(code) && start <= source.length)
    .flatMap((diagnostic) => {
      const start = diagnostic.start ?? 0;
      const end = Math.min(start + (diagnostic.length ?? 0), source.length);
      const [from, to] = [placeIn(source, start), placeIn(source, end)];
      const place = { ...from, endLine: to.line, endColumn: to.column };
      const name = source.slice(start, end);
      if (UNKNOWN.has(diagnostic.code) && scope.lost.has(name)) {
        return [{ ...place, message: lostMessage(name), code: diagnostic.code }];
      }
      return messages(diagnostic, place).map((one) => ({ ...one, message: namingCells(one.message, scope) }));
    });
}

function lostMessage(name: string): string {
  return `'${name}' has no value: the cell that declares it failed or was interrupted before it got there. Run that cell again.`;
}

/** Errors of a file of the workspace. */
export function fileDiagnostics(
  diagnostics: readonly ts.Diagnostic[],
  file: ts.SourceFile,
  rootDir: string,
): Diagnostic[] {
  const name = path.relative(rootDir, file.fileName);
  const faults = diagnostics.filter(({ code }) => !NO_FAULTS_OF_FILES.has(code));
  return faults.flatMap((diagnostic) => {
    const start = diagnostic.start ?? 0;
    const from = placeIn(file.text, start);
    const to = placeIn(file.text, start + (diagnostic.length ?? 0));
    const place = { ...from, endLine: to.line, endColumn: to.column, file: name };
    const { code } = diagnostic;
    return TOP_LEVEL_AWAIT.includes(code) ? [{ ...place, message: NO_AWAIT, code }] : messages(diagnostic, place);
  });
}

const NO_AWAIT =
  'A file that cells import cannot await outside of functions. Export an async function, and await it in the cell.';

type Place = Omit<Diagnostic, 'message' | 'code'>;

/** The message and those that explain it, each as a diagnostic for the same place. */
function messages({ messageText, code }: ts.Diagnostic, place: Place): Diagnostic[] {
  if (typeof messageText === 'string') return [{ ...place, message: messageText, code }];
  const flatten = (chain: ts.DiagnosticMessageChain): Diagnostic[] => [
    { ...place, message: chain.messageText, code: chain.code },
    ...(chain.next ?? []).flatMap(flatten),
  ];
  return flatten(messageText);
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
