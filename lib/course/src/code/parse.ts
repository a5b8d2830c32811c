import * as ts from 'typescript';

/** The syntax tree of a code cell; its nodes know their parents. */
export function parseCode(source: string): ts.SourceFile {
  return ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/** Every node below a node, outer before inner. */
export function* nodes(of: ts.Node): Generator<ts.Node> {
  for (const child of of.getChildren()) {
    yield child;
    yield* nodes(child);
  }
}

/** The line of a place in a cell, from 1. */
export function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}
