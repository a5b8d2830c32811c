import path from 'node:path';
import ts from 'typescript';
import type { Diagnostic } from './converted';

/** That CommonJS has no `import.meta`: here it has. */
const IMPORT_META = [1343, 1470];

/** What is no fault of a cell: that CommonJS has no top-level `await`, and that a package has no types. */
const NO_FAULTS = new Set([1378, 1432, 2854, 1309, 7016, ...IMPORT_META]);

/** Errors of a cell, without those of what was added behind its end. */
export function cellDiagnostics(diagnostics: readonly ts.Diagnostic[], source: string): Diagnostic[] {
  return diagnostics
    .filter(({ code, start = 0 }) => !NO_FAULTS.has(code) && start <= source.length)
    .flatMap((diagnostic) => {
      const end = Math.min((diagnostic.start ?? 0) + (diagnostic.length ?? 0), source.length);
      const [from, to] = [placeIn(source, diagnostic.start ?? 0), placeIn(source, end)];
      return messages(diagnostic, { ...from, endLine: to.line, endColumn: to.column });
    });
}

/** Errors of a file of the workspace. */
export function fileDiagnostics(
  diagnostics: readonly ts.Diagnostic[],
  file: ts.SourceFile,
  rootDir: string,
): Diagnostic[] {
  const name = path.relative(rootDir, file.fileName);
  const faults = diagnostics.filter(({ code }) => !IMPORT_META.includes(code));
  return faults.flatMap((diagnostic) => {
    const start = diagnostic.start ?? 0;
    const from = placeIn(file.text, start);
    const to = placeIn(file.text, start + (diagnostic.length ?? 0));
    return messages(diagnostic, { ...from, endLine: to.line, endColumn: to.column, file: name });
  });
}

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
