import ts from '@tslab/typescript-for-tslab';
import { createConverter, type Diagnostic as TslabDiagnostic } from 'tslab/dist/converter';

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

/** Turns cells into JavaScript and checks their types. */
export interface Converter {
  convert(previous: Declarations, source: string): Converted;
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
      const result = tslab.convert(previous, source);
      return {
        javascript: result.output ?? '',
        declarations: result.declOutput ?? '',
        ...(result.lastExpressionVar === undefined ? {} : { lastExpression: result.lastExpressionVar }),
        awaits: result.hasToplevelAwait ?? false,
        sideOutputs: result.sideOutputs ?? [],
        diagnostics: result.diagnostics.map(toDiagnostic),
      };
    },
    close: () => {
      tslab.close();
    },
  };
}

/** tslab takes the working directory as the root; the compiler it asks for it is told another one meanwhile. */
function inFolder<T>(folder: string, act: () => T): T {
  const { sys } = ts;
  const ask = sys.getCurrentDirectory;
  sys.getCurrentDirectory = () => folder;
  try {
    return act();
  } finally {
    sys.getCurrentDirectory = ask;
  }
}

function toDiagnostic(diagnostic: TslabDiagnostic): Diagnostic {
  const { start, messageText, code, fileName } = diagnostic;
  return {
    line: start.line + 1,
    column: start.character + 1,
    message: messageText,
    code,
    ...(fileName === undefined ? {} : { file: fileName }),
  };
}
