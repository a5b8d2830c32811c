import vm from 'node:vm';

/** What the cells of one notebook share: their variables, and the `require` by which their imports are found. */
export interface Scope {
  readonly exports: Record<string, unknown>;
  readonly require: NodeJS.Require;
}

/** The part of a converted cell that is needed to run it; `Converted` is one. */
export interface Runnable {
  readonly javascript: string;
  /** Whether the cell has a top-level `await`. */
  readonly awaits: boolean;
  /** The name under which the value of the cell's last expression is exported, if it ends in one. */
  readonly lastExpression?: string;
}

/** Makes the scope of a new notebook, without variables. */
export function openScope(require: NodeJS.Require): Scope {
  return { exports: {}, require };
}

/**
 * Runs a converted cell. Code before the first `await` has run when this returns.
 * @param filename the name by which stack traces call the cell
 * @returns the value of the last expression, in an object so that a promise is not awaited; undefined without one
 */
export async function evaluate(cell: Runnable, scope: Scope, filename: string): Promise<{ value: unknown }> {
  const head = cell.awaits ? '(async function (exports, require) { ' : '(function (exports, require) { ';
  const run = vm.runInThisContext(`${head}${cell.javascript}\n})`, {
    filename,
    columnOffset: -head.length,
    displayErrors: false,
    // import() finds what it would from a file in the working directory, the notebook's folder.
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (exports: Scope['exports'], require: Scope['require']) => unknown;
  await run(scope.exports, scope.require);
  if (cell.lastExpression === undefined) return { value: undefined };
  const value = scope.exports[cell.lastExpression];
  Reflect.deleteProperty(scope.exports, cell.lastExpression);
  return { value };
}
