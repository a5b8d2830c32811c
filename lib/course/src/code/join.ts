import * as ts from 'typescript';
import type { Cell } from '../notebook/notebook';
import { parseCode } from './parse';

/** All code of a notebook as one module, and where each of its lines comes from. */
export interface Joined {
  readonly text: string;
  /** The cell and the line in it, from 1; undefined for a line that is in no cell. */
  origin(line: number): { readonly cell: string; readonly line: number } | undefined;
}

/**
 * Nests each cell in a block inside the one before it, so that it sees earlier names and may declare them anew, as a kernel
 * allows. Imports, which no block may hold, move to the top.
 */
export function joinCells(cells: readonly Cell[]): Joined {
  const code = cells.filter(({ type }) => type === 'code');
  const parts = code.map(({ id, source }) => ({ id, ...split(source) }));
  const imports = [...new Set(parts.flatMap((part) => part.imports))];
  const text: string[] = [...imports];
  const origins: ({ cell: string; line: number } | undefined)[] = imports.map(() => undefined);
  for (const { id, rest } of parts) {
    text.push('{', ...rest);
    origins.push(undefined, ...rest.map((_, index) => ({ cell: id, line: index + 1 })));
  }
  text.push('}'.repeat(parts.length), 'export {};');
  return { text: text.join('\n'), origin: (line) => origins[line - 1] };
}

/** A cell's imports, and its lines with the imports blanked. */
function split(source: string): { imports: string[]; rest: string[] } {
  const file = parseCode(source);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const rest = imports.reduce((text, statement) => {
    const [start, end] = [statement.getStart(), statement.getEnd()];
    return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }, source);
  return { imports: imports.map((statement) => statement.getText().replace(/\s+/g, ' ')), rest: rest.split('\n') };
}
