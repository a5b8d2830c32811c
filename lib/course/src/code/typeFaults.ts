import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import type { Cell } from '../notebook/notebook';
import { joinCells } from './join';

export interface TypeFault {
  readonly cell?: string;
  readonly message: string;
}

/**
 * Checks a notebook's code as one strict module that lies where the notebook lies. The options are TypeScript's `strict`: the
 * kernel's own are looser, and the repository's stricter `noUncheckedIndexedAccess` would put a `!` behind every `x[i]` of
 * a loop that a beginner is to read.
 */
export function typeFaults(root: string, file: string, cells: readonly Cell[]): TypeFault[] {
  const joined = joinCells(cells);
  const name = join(root, file.replace(/\.ipynb$/, '.cells.ts'));
  const program = ts.createProgram([name], options(root), hostWith(name, joined.text, options(root)));
  const source = program.getSourceFile(name);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
    const line = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const origin = joined.origin(line + 1);
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    return origin === undefined ? { message } : { cell: origin.cell, message: `line ${origin.line}: ${message}` };
  });
}

function options(root: string): ts.CompilerOptions {
  return {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
}

function hostWith(name: string, text: string, compilerOptions: ts.CompilerOptions): ts.CompilerHost {
  const disk = ts.createCompilerHost(compilerOptions, true);
  return {
    ...disk,
    getSourceFile: (path, version, ...rest) =>
      path === name ? ts.createSourceFile(path, text, version, true) : disk.getSourceFile(path, version, ...rest),
    fileExists: (path) => path === name || disk.fileExists(path),
    readFile: (path) => (path === name ? text : disk.readFile(path)),
    getCurrentDirectory: () => dirname(name),
  };
}
