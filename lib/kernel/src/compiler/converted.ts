/** What earlier cells declared, as text that only a converter reads. A notebook starts with `''`. */
export type Declarations = string;

/** A type or syntax error. Lines and columns count from 1. */
export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  /** Where it ends, the place after the last character. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** TypeScript's number of the error, such as 2322. */
  readonly code: number;
  /** The file, from the notebook's folder, when it is not the cell but a module that the cell imports. */
  readonly file?: string;
  /** What is known of that file. */
  readonly origin?: Origin;
}

/** A file of the workspace, and how a cell came by it. */
export interface Origin {
  readonly text: string;
  /** The line of the cell's import, and how each file on the way names the next; undefined if only earlier cells import it. */
  readonly imported?: { readonly line: number; readonly names: readonly string[] };
}

/** A TypeScript file beside the notebook, as JavaScript, because a cell imports it. */
export interface SideOutput {
  readonly path: string;
  readonly data: string;
  /** The TypeScript file as written, and the source map (JSON) from `data` to it, for the lines in tracebacks. */
  readonly source?: { readonly path: string; readonly text: string; readonly sourceMap: string };
}

/** A cell turned into JavaScript. It must run only if `diagnostics` is empty; otherwise `javascript` is empty. */
export interface Converted {
  readonly javascript: string;
  /** What to hand to the next cell's `convert`, if this cell ran to its end; of one that failed, `declarationsOf` tells. */
  readonly declarations: Declarations;
  /** The names of variables, functions and the like that it declares, statement by statement. */
  readonly declares: readonly (readonly string[])[];
  /** The name under which the value of the last expression is exported, if the cell ends in one. */
  readonly lastExpression?: string;
  /** Whether the cell has a top-level `await`. */
  readonly awaits: boolean;
  /** Source map (JSON) from `javascript` to the cell. */
  readonly sourceMap?: string;
  /** Files that the cell imports, those that were not handed out yet or have changed since. */
  readonly sideOutputs: readonly SideOutput[];
  /** Why the cell cannot run. TypeScript explains an error in several messages for one place, one after another. */
  readonly diagnostics: readonly Diagnostic[];
  /** Type errors, where the project wants them to be warnings. */
  readonly warnings?: readonly Diagnostic[];
}

export interface Completion {
  readonly text: string;
  /** TypeScript's word for what it is: `method`, `const`, `class` … */
  readonly kind: string;
  /** Its type, as in `(x: number) => number`. */
  readonly signature?: string;
}

export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  /** The same candidates with what is known of them. */
  readonly details: readonly Completion[];
}

/** What a name is: its type and its documentation. */
export interface Information {
  readonly text: string;
  readonly markdown: string;
}

/** Turns cells into JavaScript and checks their types. */
export interface Converter {
  convert(previous: Declarations, source: string): Converted;
  /**
   * Converts cells that know nothing of each other, such as those of many notebooks, much faster than one by one.
   * @returns each as soon as it is done, with its place in the list; undefined for one that `convert` must look at alone, such as
   * one with an error
   */
  convertAll(
    cells: readonly { readonly previous: Declarations; readonly source: string }[],
  ): Generator<readonly [place: number, converted: Converted | undefined], void>;
  /** What can be written at an offset, and the stretch of source that it would replace. */
  complete(previous: Declarations, source: string, offset: number): Completions;
  /** What the name at an offset is; with `detail` 1, the code that declares it too. */
  inspect(previous: Declarations, source: string, offset: number, detail?: 0 | 1): Information | undefined;
  close(): void;
}
