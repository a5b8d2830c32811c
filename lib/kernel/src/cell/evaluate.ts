import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

/** By this name converted code says `import.meta`, which only an ECMAScript module has. */
export const IMPORT_META = '__import_meta';

/** By this name converted code makes what a statement declares properties of `exports`. */
export const DECLARE = '__declare';

/** What the cells of one notebook share: their variables, and what Node.js gives a file. */
export interface Scope {
  readonly exports: Record<string, unknown>;
  /** By which their imports are found. */
  readonly require: NodeJS.Require;
  readonly module: Omit<NodeJS.Module, 'parent'>;
  readonly meta: ImportMeta;
}

/** A cell may give `Object` another meaning. */
const { defineProperties } = Object;

/** How far a cell has come; a cell that failed or was ended has declared what is counted here. */
export interface Progress {
  /** So many of its statements that declare something have run. */
  declared: number;
}

/** The part of a converted cell that is needed to run it; `Converted` is one. */
export interface Runnable {
  readonly javascript: string;
  /** Whether the cell has a top-level `await`. */
  readonly awaits: boolean;
  /** The name under which the value of the cell's last expression is exported, if it ends in one. */
  readonly lastExpression?: string;
}

/**
 * Makes the scope of a new notebook, without variables.
 * @param filename what the cells' `__filename` is; it need not be there
 */
export function openScope(require: NodeJS.Require, filename = path.resolve('notebook.ipynb')): Scope {
  const exports = {};
  const module: Scope['module'] = {
    id: '.',
    path: path.dirname(filename),
    filename,
    exports,
    require,
    children: [],
    loaded: false,
    paths: [],
    isPreloading: false,
  };
  // A notebook is its own program: what a file does only if it is not imported, a cell does.
  Reflect.set(require, 'main', module);
  return { exports, require, module, meta: importMeta(filename, require) };
}

/** What `import.meta` is in a file. */
export function importMeta(filename: string, require: NodeJS.Require): ImportMeta {
  return {
    url: pathToFileURL(filename).href,
    filename,
    dirname: path.dirname(filename),
    resolve: (name) => (isBuiltin(name) ? name : pathToFileURL(require.resolve(name)).href),
  } as ImportMeta;
}

/**
 * Runs a converted cell. Code before the first `await` has run when this returns.
 * @param filename the name by which stack traces call the cell
 * @param progress kept up to date while the cell runs
 * @returns the value of the last expression, in an object so that a promise is not awaited; undefined without one
 */
export async function evaluate(
  cell: Runnable,
  scope: Scope,
  filename: string,
  progress: Progress = { declared: 0 },
): Promise<{ value: unknown }> {
  // What Node.js gives a file is around the cell, which may have variables of these names.
  const around = `(function (module, __filename, __dirname, ${IMPORT_META}, ${DECLARE}) { return `;
  const head = `${around}${cell.awaits ? 'async ' : ''}function (exports, require) { `;
  const surround = vm.runInThisContext(`${head}${cell.javascript}\n} })`, {
    filename,
    columnOffset: -head.length,
    displayErrors: false,
    // import() finds what it would from a file in the working directory, the notebook's folder.
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (...around: unknown[]) => (exports: Scope['exports'], require: Scope['require']) => unknown;
  const { module, meta } = scope;
  const declare = (properties: PropertyDescriptorMap): void => {
    defineProperties(scope.exports, properties);
    progress.declared++;
  };
  await surround(module, module.filename, module.path, meta, declare)(scope.exports, scope.require);
  if (cell.lastExpression === undefined) return { value: undefined };
  const value = scope.exports[cell.lastExpression];
  Reflect.deleteProperty(scope.exports, cell.lastExpression);
  return { value };
}
