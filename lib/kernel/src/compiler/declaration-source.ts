import ts from 'typescript';
import { cellModuleOf, type CellScope } from './cell-scope';

/** The code that declares something: of an earlier cell as it was written there, of a package its declarations. */
export function sourceOf(
  { fileName, name, contextSpan, textSpan }: ts.DefinitionInfo,
  program: ts.Program,
  scope: CellScope,
): string | undefined {
  const { start, length } = contextSpan ?? textSpan;
  const code = program.getSourceFile(fileName)?.text.slice(start, start + length);
  // A variable of an earlier cell is declared again in the one that mentions it.
  const module = cellModuleOf(fileName) ?? /~cell-([0-9a-f]{16})/.exec(code ?? '')?.[1];
  return module === undefined ? code : statementThatDeclares(name, scope.modules.get(module)?.source ?? '');
}

function statementThatDeclares(name: string, cell: string): string | undefined {
  const file = ts.createSourceFile('cell.tsx', cell, ts.ScriptTarget.Latest, true);
  const found = file.statements.find((statement) => declares(statement, name));
  return found?.getFullText().trim();
}

function declares(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name && isDeclaredName(node);
  return ts.forEachChild(node, (child) => declares(child, name)) ?? false;
}

function isDeclaredName(node: ts.Identifier): boolean {
  return (node.parent as Partial<ts.NamedDeclaration>).name === node && !ts.isPropertyAccessExpression(node.parent);
}
