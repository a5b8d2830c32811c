import ts from 'typescript';
import { DECLARE } from '../cell/evaluate';
import { isImportCall, lastStatement } from './cell-syntax';
import { replaceImportMeta } from './import-meta';
import { connect, type Connections } from './connect';
import { variablesOf } from './variables';

/** No variable can have this name. */
export const LAST_EXPRESSION = '(last expression)';

export interface CellToEmit extends Connections {
  readonly checker: ts.TypeChecker;
  /** Where the cell ends and what was added for the compiler begins. */
  readonly end: number;
  /** Told the names that a statement declares, statement by statement. */
  readonly onDeclare: (names: readonly string[]) => void;
}

/**
 * Makes of a cell the body of a function of `exports` and `require`. What it declares stays a variable of that function, and
 * becomes a property of `exports` behind the statement that declares it; `let` and `var` one that reads and writes
 * the variable, so that a function of an earlier cell sees what a later cell assigns. Names of earlier cells are read from `exports`.
 */
export function cellTransformers(cell: CellToEmit): ts.CustomTransformers {
  return {
    before: [(context) => (file) => expose(file, cell, context), replaceImportMeta],
    after: [(context) => (file) => connect(file, cell, context)],
  };
}

/** Before TypeScript compiles: adds the properties of `exports`, and keeps the value of the last expression. */
function expose(file: ts.SourceFile, cell: CellToEmit, context: ts.TransformationContext): ts.SourceFile {
  const { factory } = context;
  const own = file.statements.filter((statement) => statement.getStart(file) < cell.end);
  const added = file.statements.filter(
    (statement) => statement.getStart(file) >= cell.end && !ts.isExportDeclaration(statement),
  );
  const last = lastStatement(own);
  const single = own.flatMap((statement) => eachVariable(statement, factory));
  const statements = single.flatMap((statement) => {
    if (statement === last && ts.isExpressionStatement(statement)) {
      return [keepValue(statement, factory)];
    }
    const names = declaredNames(statement).filter((name) => isValue(name, cell.checker));
    if (names.length === 0) return [statement];
    cell.onDeclare(names.map(({ identifier }) => identifier.text));
    const properties = names.map((name) => propertyFor(name, factory));
    return [statement, declare(properties, factory)];
  });
  const visited = ts.visitNodes(
    factory.createNodeArray([...added, ...statements]),
    visitor(cell, context),
    ts.isStatement,
  );
  return factory.updateSourceFile(file, visited);
}

/** `const a = 1, b = load();` as a statement for each, so that `a` is declared though `load` throws. */
function eachVariable(statement: ts.Statement, factory: ts.NodeFactory): ts.Statement[] {
  if (!ts.isVariableStatement(statement)) return [statement];
  const { declarations, flags } = statement.declarationList;
  // What `using` declares is closed in an order of its own.
  if (declarations.length < 2 || flags & ts.NodeFlags.Using) return [statement];
  return declarations.map((declaration) => {
    const list = factory.createVariableDeclarationList([declaration], flags & ts.NodeFlags.BlockScoped);
    return ts.setTextRange(factory.createVariableStatement(statement.modifiers, list), declaration);
  });
}

/** `import('package')` of an ECMAScript module stays as it is; TypeScript would make a `require` of it. */
function visitor(cell: CellToEmit, context: ts.TransformationContext): ts.Visitor {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!isImportCall(node) || !cell.esModules.has(node.arguments[0].text)) return visited;
    return factory.createCallExpression(factory.createIdentifier('import'), undefined, node.arguments);
  };
  return cell.esModules.size === 0 ? (node) => node : visit;
}

function keepValue(statement: ts.ExpressionStatement, factory: ts.NodeFactory): ts.Statement {
  const place = factory.createElementAccessExpression(
    factory.createIdentifier('exports'),
    factory.createStringLiteral(LAST_EXPRESSION),
  );
  const assignment = factory.createAssignment(place, statement.expression);
  return ts.setTextRange(factory.createExpressionStatement(assignment), statement);
}

interface Name {
  readonly identifier: ts.Identifier;
  readonly kind: 'constant' | 'variable' | 'import';
}

function declaredNames(statement: ts.Statement): Name[] {
  if (ts.isImportDeclaration(statement)) {
    const { importClause } = statement;
    if (!importClause || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    const bindings = importClause.namedBindings;
    const names =
      bindings === undefined
        ? []
        : ts.isNamespaceImport(bindings)
          ? [bindings.name]
          : bindings.elements.filter((one) => !one.isTypeOnly).map(({ name }) => name);
    return [...(importClause.name ? [importClause.name] : []), ...names].map((identifier) => ({
      identifier,
      kind: 'import',
    }));
  }
  if (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)
  )
    return [];
  if (ts.isImportEqualsDeclaration(statement))
    return statement.isTypeOnly ? [] : [{ identifier: statement.name, kind: 'import' }];
  if (ts.isFunctionDeclaration(statement)) {
    return statement.name && statement.body ? [{ identifier: statement.name, kind: 'constant' }] : [];
  }
  if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) {
    return statement.name && ts.isIdentifier(statement.name) ? [{ identifier: statement.name, kind: 'constant' }] : [];
  }
  return variablesOf(statement).map(({ identifier, binding }) => ({
    identifier,
    kind: binding === 'const' ? 'constant' : 'variable',
  }));
}

function isValue({ identifier }: Name, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(identifier);
  if (!symbol) return false;
  const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (meant.flags & ts.SymbolFlags.Value) !== 0;
}

function propertyFor({ identifier, kind }: Name, factory: ts.NodeFactory): ts.PropertyAssignment {
  // As the original, since TypeScript makes of an imported name a property of its module.
  const value = ts.setOriginalNode(factory.createIdentifier(identifier.text), identifier);
  const yes = factory.createTrue();
  const get = (): ts.PropertyAssignment =>
    factory.createPropertyAssignment(
      'get',
      factory.createArrowFunction(undefined, undefined, [], undefined, undefined, value),
    );
  const access = (): ts.PropertyAssignment[] => {
    if (kind === 'constant')
      return [factory.createPropertyAssignment('value', value), factory.createPropertyAssignment('writable', yes)];
    if (kind === 'import') return [get()];
    const given = factory.createUniqueName('value');
    const set = factory.createArrowFunction(
      undefined,
      undefined,
      [factory.createParameterDeclaration(undefined, undefined, given)],
      undefined,
      undefined,
      factory.createBlock([factory.createExpressionStatement(factory.createAssignment(value, given))]),
    );
    return [get(), factory.createPropertyAssignment('set', set)];
  };
  const rest = ['enumerable', 'configurable'].map((name) => factory.createPropertyAssignment(name, yes));
  return factory.createPropertyAssignment(
    factory.createStringLiteral(identifier.text),
    factory.createObjectLiteralExpression([...access(), ...rest]),
  );
}

function declare(properties: readonly ts.PropertyAssignment[], factory: ts.NodeFactory): ts.Statement {
  const call = factory.createCallExpression(factory.createIdentifier(DECLARE), undefined, [
    factory.createObjectLiteralExpression(properties),
  ]);
  return factory.createExpressionStatement(call);
}
