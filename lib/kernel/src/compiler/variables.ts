import ts from 'typescript';

export interface Variable {
  readonly identifier: ts.Identifier;
  readonly binding: 'const' | 'let' | 'var';
}

/** The variables that a top-level statement declares for its whole cell: its own, and each `var` in its blocks and loops. */
export function variablesOf(statement: ts.Statement): Variable[] {
  const found: Variable[] = [];
  const add = (name: ts.BindingName, binding: Variable['binding']): void => {
    if (ts.isIdentifier(name)) found.push({ identifier: name, binding });
    else for (const element of name.elements) if (!ts.isOmittedExpression(element)) add(element.name, binding);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
    if (ts.isVariableDeclarationList(node)) {
      const binding = bindingOf(node);
      const isOwn = ts.isVariableStatement(statement) && node === statement.declarationList;
      if (isOwn || binding === 'var') for (const { name } of node.declarations) add(name, binding);
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** Whether a list is one of `await using`, which awaits at the end of the block. */
export function isAwaitUsing({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.AwaitUsing) === (ts.NodeFlags.AwaitUsing as number);
}

function bindingOf({ flags }: ts.VariableDeclarationList): Variable['binding'] {
  if (flags & ts.NodeFlags.Let) return 'let';
  return flags & ts.NodeFlags.BlockScoped ? 'const' : 'var';
}
