import { types, inspect } from 'node:util';

/** An error as Jupyter shows it. */
export interface ErrorMessage {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** An error that says itself how it is shown. */
export class CellError extends Error {
  constructor(readonly description: ErrorMessage) {
    super(description.evalue);
  }
}

/** Describes whatever was thrown. It never throws, though getters of the thrown value may. */
export function describeThrown(thrown: unknown): ErrorMessage {
  const own = attempt(() => (thrown instanceof CellError ? thrown.description : undefined), undefined);
  if (own) return own;
  const shown = attempt(() => inspect(thrown), 'a value that cannot be shown');
  const isError = attempt(() => types.isNativeError(thrown) || thrown instanceof Error, false);
  if (!isError) return { ename: 'Uncaught', evalue: shown, traceback: [`Uncaught ${shown}`] };
  const text = (name: string): string | undefined => {
    const value = attempt<unknown>(() => Reflect.get(thrown as object, name), undefined);
    return typeof value === 'string' ? value : undefined;
  };
  return { ename: text('name') ?? 'Error', evalue: text('message') ?? '', traceback: shown.split('\n') };
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
