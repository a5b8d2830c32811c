import type { Completions, Diagnostic, SideOutput } from '../compiler/converted';

/**
 * What the protocol thread asks of the compiler's thread. Each request has a number that its answer repeats. The compiler's
 * thread remembers the declarations of the cells that ran.
 */
export type ToCompiler =
  | { readonly type: 'convert'; readonly request: number; readonly source: string; readonly filename: string }
  /** The cell of that request ran: later cells see what it declared, until so many of its declaring statements if it failed. */
  | { readonly type: 'keep'; readonly converted: number; readonly declared?: number | undefined }
  | { readonly type: 'complete'; readonly request: number; readonly source: string; readonly offset: number }
  | {
      readonly type: 'inspect';
      readonly request: number;
      readonly source: string;
      readonly offset: number;
      /** 0: the type and the documentation; 1: the source too, where there is one. */
      readonly detail: 0 | 1;
    }
  | { readonly type: 'is-complete'; readonly request: number; readonly source: string };

export type FromCompiler =
  /** TypeScript is loaded and has read the library types; `problems` are of the project's settings. */
  | { readonly type: 'ready'; readonly typescript: string; readonly problems: readonly string[] }
  | {
      readonly type: 'converted';
      readonly request: number;
      readonly javascript: string;
      readonly sourceMap?: string;
      readonly lastExpression?: string;
      readonly awaits: boolean;
      readonly sideOutputs: readonly SideOutput[];
      /** Why the cell cannot run. */
      readonly diagnostics: readonly Diagnostic[];
      /** Type errors that only warn, where the project wants it so: written to stderr, and the cell runs. */
      readonly warnings?: readonly Diagnostic[];
    }
  | ({ readonly type: 'completions'; readonly request: number } & Completions)
  /** As Markdown where it has code or lists, beside plain text. */
  | { readonly type: 'info'; readonly request: number; readonly text?: string; readonly markdown?: string }
  | {
      readonly type: 'completeness';
      readonly request: number;
      readonly status: 'complete' | 'incomplete' | 'invalid' | 'unknown';
      readonly indent: string;
    }
  | { readonly type: 'failed'; readonly request: number; readonly message: string };
