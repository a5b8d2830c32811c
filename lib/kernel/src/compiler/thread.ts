import path from 'node:path';
import ts from 'typescript';
import type { FromCompiler, ToCompiler } from '../threads/compiler-messages';
import { CellScope } from './cell-scope';
import { Compiler, type Compiled } from './compiler';
import { completenessOf } from './completeness';
import { namesBehind } from './failed-cell';

type Request = Exclude<ToCompiler, { type: 'keep' }>;

/** Answers what the protocol thread asks, and remembers what the cells that ran have declared. */
export class CompilerThread {
  readonly version = ts.version;
  readonly #compiler: Compiler;
  #scope = CellScope.empty;
  /** Cells that were converted and may yet run, by the request to convert them. */
  readonly #converted = new Map<number, Pick<Compiled, 'scope' | 'declares'>>();

  constructor(rootDir: string) {
    this.#compiler = new Compiler(rootDir);
  }

  /** What of the project's settings could not be understood. */
  get problems(): readonly string[] {
    return this.#compiler.problems;
  }

  /** Reads the types that nearly each cell needs, so that the first cell does not wait for them. */
  warmUp(): void {
    this.#compiler.convert(CellScope.empty, 'const one: number = 1; console.log(one);');
  }

  answer(request: ToCompiler): FromCompiler | undefined {
    if (request.type === 'keep') {
      this.#keep(request);
      return undefined;
    }
    try {
      return this.#answer(request);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { type: 'failed', request: request.request, message };
    }
  }

  #answer(message: Request): FromCompiler {
    const { request, source } = message;
    switch (message.type) {
      case 'convert': {
        const compiled = this.#compiler.convert(this.#scope, source, path.basename(message.filename));
        const { scope, declares, ...converted } = compiled;
        this.#converted.set(request, { scope, declares });
        return { type: 'converted', request, ...converted };
      }
      case 'complete':
        return { type: 'completions', request, ...this.#compiler.complete(this.#scope, source, message.offset) };
      case 'inspect':
        return {
          type: 'info',
          request,
          ...this.#compiler.inspect(this.#scope, source, message.offset, message.detail),
        };
      case 'is-complete':
        return { type: 'completeness', request, ...completenessOf(source, this.#compiler.isJsx) };
    }
  }

  #keep({ converted, declared }: Extract<ToCompiler, { type: 'keep' }>): void {
    const cell = this.#converted.get(converted);
    if (cell) this.#scope = cell.scope.without(declared === undefined ? [] : namesBehind(cell.declares, declared));
    // Cells run in order: what was converted before and not kept has not run.
    this.#converted.clear();
  }
}
