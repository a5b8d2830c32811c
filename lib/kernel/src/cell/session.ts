import { types } from 'node:util';
import { describeTypeErrors } from './type-errors';
import { openConverter, type Converter, type Declarations } from './converter';
import { evaluate, openScope, type Scope } from './evaluate';
import { NotebookModules } from './notebook-modules';

/** One notebook: its cells run one after another and see each other's variables. */
export class Session {
  readonly #converter: Converter;
  readonly #modules: NotebookModules;
  readonly #scope: Scope;
  #declarations: Declarations = '';
  #rejectInterrupted: (reason: Interrupted) => void = () => undefined;

  constructor(rootDir: string) {
    this.#converter = openConverter(rootDir);
    this.#modules = new NotebookModules(rootDir);
    this.#scope = openScope(this.#modules.require);
  }

  /**
   * Checks and runs a cell.
   * @returns the value of its last expression, or undefined
   * @throws CellError for type errors, Interrupted, or whatever the cell throws
   */
  async run(source: string, filename: string): Promise<{ value: unknown }> {
    const cell = this.#converter.convert(this.#declarations, source);
    this.#modules.update(cell.sideOutputs);
    if (cell.diagnostics.length > 0) throw describeTypeErrors(cell.diagnostics, source);
    const interrupted = new Promise<never>((_, reject) => {
      this.#rejectInterrupted = reject;
    });
    try {
      const result = await Promise.race([evaluate(cell, this.#scope, filename), interrupted]);
      this.#declarations = cell.declarations;
      return result;
    } catch (error) {
      throw wasBroken(error) ? new Interrupted() : error;
    }
  }

  /** Ends a cell that is awaiting; what it awaits goes on. A cell that is computing is ended by SIGINT itself. */
  interrupt(): void {
    this.#rejectInterrupted(new Interrupted());
  }

  complete(source: string, offset: number): ReturnType<Converter['complete']> {
    return this.#converter.complete(this.#declarations, source, offset);
  }

  inspect(source: string, offset: number): string | undefined {
    return this.#converter.inspect(this.#declarations, source, offset);
  }

  close(): void {
    this.#converter.close();
  }
}

class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor() {
    super('the cell was interrupted');
    delete this.stack;
  }
}

/** Whether SIGINT ended the script. Looks at the error without running code of the reader's, such as a proxy's. */
function wasBroken(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  return Object.getOwnPropertyDescriptor(error, 'code')?.value === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}
