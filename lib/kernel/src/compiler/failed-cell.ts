import { CellScope } from './cell-scope';
import type { Converted, Declarations } from './converted';

/** Names that a cell has not declared, or not all of, when so many of its declaring statements have run. */
export function namesBehind(declares: Converted['declares'], declared: number): readonly string[] {
  return declares.slice(declared).flat();
}

/**
 * What to hand to the next cell's `convert` after a cell that failed.
 * @param declared how many of its declaring statements had run, as `evaluate` counts them
 */
export function declarationsOf({ declarations, declares }: Converted, declared: number): Declarations {
  return CellScope.parse(declarations).without(namesBehind(declares, declared)).toString();
}

/** Whether later cells know a name. */
export function isDeclared(declarations: Declarations, name: string): boolean {
  return CellScope.parse(declarations).names.has(name);
}
