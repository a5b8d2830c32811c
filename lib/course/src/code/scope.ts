import * as ts from 'typescript';

const options: ts.CompilerOptions = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ES2022 };

/** A cell alone, bound by TypeScript, so that one can ask what a name in it means. */
export interface BoundCell {
  readonly file: ts.SourceFile;
  /** Whether the cell itself declares what `{ name }` puts into an object. */
  declares(shorthand: ts.ShorthandPropertyAssignment): boolean;
}

export function bindCell(source: string): BoundCell {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
  };
  const checker = ts.createProgram([file.fileName], options, host).getTypeChecker();
  return { file, declares: (node) => checker.getShorthandAssignmentValueSymbol(node) !== undefined };
}
