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
  const exports: Record<string, unknown> = {};
  return { exports: new Proxy(exports, { defineProperty: defineWritable }), require };
}

/**
 * Runs a converted cell. Code before the first `await` has run when this returns, and SIGINT ends it if asked for.
 * @param filename the name by which stack traces call the cell
 * @returns the value of the last expression, in an object so that a promise is not awaited; undefined without one
 */
export async function evaluate(
  cell: Runnable,
  scope: Scope,
  filename: string,
  { breakOnSigint = true } = {},
): Promise<{ value: unknown }> {
  // The call is part of the script, since SIGINT breaks nothing but the script itself.
  const head = cell.awaits ? '(async function (exports, require) { ' : '(function (exports, require) { ';
  const script = `${head}${cell.javascript}\n})(...globalThis[Symbol.for('lossbook.cell')])`;
  place([scope.exports, scope.require]);
  await vm.runInThisContext(script, {
    filename,
    columnOffset: -head.length,
    breakOnSigint,
    displayErrors: false,
    // import() finds what it would from a file in the working directory, the notebook's folder.
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (cell.lastExpression === undefined) return { value: undefined };
  const value = scope.exports[cell.lastExpression];
  Reflect.deleteProperty(scope.exports, cell.lastExpression);
  return { value };
}

/** Made inside the context in which cells run: under jest its `globalThis` is not the one of this module. */
const place = vm.runInThisContext('(args) => { globalThis[Symbol.for("lossbook.cell")] = args; }') as (
  args: [Scope['exports'], Scope['require']],
) => void;

/** TypeScript exports imported names as getters for good; a later cell must be able to declare the same name again. */
function defineWritable(
  exports: Record<string, unknown>,
  name: string | symbol,
  property: PropertyDescriptor,
): boolean {
  if (property.configurable) return Reflect.defineProperty(exports, name, property);
  if (name !== '__esModule') Reflect.set(exports, name, property.get ? (property.get() as unknown) : property.value);
  return true;
}
