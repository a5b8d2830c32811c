import { CellScope } from './cell-scope';
import { Compiler } from './compiler';
import type { Converter, Declarations } from './converted';

/**
 * Opens a converter whose state is text: for whoever converts cells in other orders than they ran, or in other processes.
 * @param rootDir the notebook's folder: imports are looked up from here
 */
export function openConverter(rootDir: string): Converter {
  const compiler = new Compiler(rootDir);
  let last = { text: '', scope: CellScope.empty };
  const scopeOf = (text: Declarations): CellScope => {
    if (text !== last.text) last = { text, scope: CellScope.parse(text) };
    return last.scope;
  };
  return {
    convert(previous, source) {
      const { scope, ...compiled } = compiler.convert(scopeOf(previous), source);
      return { ...compiled, declarations: scope.toString() };
    },
    *convertAll(cells) {
      const parsed = cells.map(({ previous, source }) => ({ scope: scopeOf(previous), source }));
      for (const [place, compiled] of compiler.convertAll(parsed)) {
        if (compiled === undefined) yield [place, undefined];
        else {
          const { scope, ...rest } = compiled;
          yield [place, { ...rest, declarations: scope.toString() }];
        }
      }
    },
    complete: (previous, source, offset) => compiler.complete(scopeOf(previous), source, offset),
    inspect: (previous, source, offset, detail) => compiler.inspect(scopeOf(previous), source, offset, detail),
    close: () => {
      compiler.close();
    },
  };
}
