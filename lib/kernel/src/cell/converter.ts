import ts from '@tslab/typescript-for-tslab';
import { createConverter, type Diagnostic as TslabDiagnostic } from 'tslab/dist/converter';
import { printQuickInfo } from 'tslab/dist/inspect';
import { getCodeMetadata } from 'tslab/dist/metadata';
import { rewrite } from './rewrite';

/** What earlier cells declared, as text that only a converter reads. A notebook starts with `''`. */
export type Declarations = string;

/** A type or syntax error. Lines and columns count from 1. */
export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** TypeScript's number of the error, such as 2322. */
  readonly code: number;
  /** The file, when it is not the cell but a module that the cell imports. */
  readonly file?: string;
}

/** A TypeScript file beside the notebook, as JavaScript, because a cell imports it. */
export interface SideOutput {
  readonly path: string;
  readonly data: string;
}

/** A cell turned into JavaScript. It must run only if `diagnostics` is empty; otherwise `javascript` is empty. */
export interface Converted {
  readonly javascript: string;
  /** What to hand to the next cell's `convert`, if this cell ran. */
  readonly declarations: Declarations;
  /** The name under which the value of the last expression is exported, if the cell ends in one. */
  readonly lastExpression?: string;
  /** Whether the cell has a top-level `await`. */
  readonly awaits: boolean;
  readonly sideOutputs: readonly SideOutput[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

/** Turns cells into JavaScript and checks their types. */
export interface Converter {
  convert(previous: Declarations, source: string): Converted;
  /** What can be written at an offset, and the stretch of source that it would replace. */
  complete(previous: Declarations, source: string, offset: number): Completions;
  /** What the name at an offset is: its type and documentation. */
  inspect(previous: Declarations, source: string, offset: number): string | undefined;
  close(): void;
}

/**
 * Opens a converter (takes 1 to 2 seconds); close it, for it watches files.
 * @param rootDir the notebook's folder: imports are looked up from here, and TypeScript files must lie below it
 */
export function openConverter(rootDir: string): Converter {
  const tslab = inFolder(rootDir, () => createConverter());
  return {
    convert(previous, source) {
      const meta = getCodeMetadata(source);
      if (meta.mode === 'browser') return nothingToRun(previous, []);
      // A cell that starts with a comment "@module name" is a module for later cells to import.
      if (meta.module !== undefined) {
        const diagnostics = tslab.addModule(meta.module, source, meta);
        return nothingToRun(
          previous,
          diagnostics.map((diagnostic) => toDiagnostic(diagnostic, source, (offset) => offset)),
        );
      }
      const rewritten = rewrite(source);
      const result = tslab.convert(previous, rewritten.source);
      return {
        javascript: result.output ?? '',
        declarations: result.declOutput ?? '',
        ...(result.lastExpressionVar === undefined ? {} : { lastExpression: result.lastExpressionVar }),
        awaits: result.hasToplevelAwait ?? false,
        sideOutputs: result.sideOutputs ?? [],
        diagnostics: result.diagnostics.map((diagnostic) => toDiagnostic(diagnostic, source, rewritten.originalOffset)),
      };
    },
    complete: (previous, source, offset) => tslab.complete(previous, source, offset),
    inspect(previous, source, offset) {
      const info = tslab.inspect(previous, source, offset) as ts.QuickInfo | undefined;
      return info && printQuickInfo(info);
    },
    close: () => {
      tslab.close();
    },
  };
}

/** tslab takes the working directory as the root; the compiler that it asks is told another one meanwhile. */
function inFolder<T>(folder: string, act: () => T): T {
  const original = Object.getOwnPropertyDescriptor(ts.sys, 'getCurrentDirectory');
  ts.sys.getCurrentDirectory = () => folder;
  try {
    return act();
  } finally {
    if (original) Object.defineProperty(ts.sys, 'getCurrentDirectory', original);
  }
}

function nothingToRun(declarations: Declarations, diagnostics: readonly Diagnostic[]): Converted {
  return { javascript: '', declarations, awaits: false, sideOutputs: [], diagnostics };
}

function toDiagnostic(
  { start, messageText, code, fileName }: TslabDiagnostic,
  source: string,
  originalOffset: (offset: number) => number,
): Diagnostic {
  if (fileName !== undefined) {
    return { file: fileName, line: start.line + 1, column: start.character + 1, message: messageText, code };
  }
  const before = source.slice(0, originalOffset(start.offset)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, message: messageText, code };
}
