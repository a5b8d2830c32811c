import path from 'node:path';
import ts from 'typescript';
import type { FromCompiler, ToCompiler } from '../threads/compiler-messages';
import { CellScope } from './cell-scope';
import { Compiler } from './compiler';
import { completenessOf } from './completeness';

type Request = Exclude<ToCompiler, { type: 'keep' }>;

/** Answers what the protocol thread asks, and remembers what the cells that ran have declared. */
export class CompilerThread {
  readonly version = ts.version;
  readonly #compiler: Compiler;
  #scope = CellScope.empty;
  /** What is in scope if a cell that was converted runs to its end, by the request to convert it. */
  readonly #converted = new Map<number, CellScope>();

  constructor(rootDir: string) {
    this.#compiler = new Compiler(rootDir);
  }

  /** Reads the types that nearly each cell needs, so that the first cell does not wait for them. */
  warmUp(): void {
    this.#compiler.convert(CellScope.empty, 'const one: number = 1; console.log(one);');
  }

  answer(request: ToCompiler): FromCompiler | undefined {
    if (request.type === 'keep') {
      this.#keep(request.converted);
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
        const { scope, ...converted } = this.#compiler.convert(this.#scope, source, path.basename(message.filename));
        this.#converted.set(request, scope);
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

  #keep(converted: number): void {
    this.#scope = this.#converted.get(converted) ?? this.#scope;
    // Cells run in order: what was converted before and not kept has failed.
    this.#converted.clear();
  }
}
