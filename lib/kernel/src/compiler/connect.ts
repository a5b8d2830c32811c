import ts from 'typescript';
import { cellModuleOf } from './cell-scope';

export interface Connections {
  /** Names of packages that are ECMAScript modules. */
  readonly esModules: ReadonlySet<string>;
  /** Workspace files that are imported: the absolute path of the JavaScript by the name in the import. */
  readonly sideFiles: ReadonlyMap<string, string>;
}

/**
 * Goes over the JavaScript that TypeScript made: what is imported from earlier cells comes from `exports`, an ECMAScript module
 * from `import()`, a file of the workspace from its absolute path.
 */
export function connect(
  file: ts.SourceFile,
  { esModules, sideFiles }: Connections,
  context: ts.TransformationContext,
): ts.SourceFile {
  const { factory } = context;

  const replaceStatic = (node: ts.Node): ts.Node => {
    const required = requiredName(node) ?? requiredName(interopOperand(node));
    if (required === undefined) return ts.visitEachChild(node, replaceStatic, context);
    if (cellModuleOf(required) !== undefined) return factory.createIdentifier('exports');
    if (!esModules.has(required)) return node;
    const name = factory.createStringLiteral(required);
    return factory.createAwaitExpression(
      factory.createCallExpression(factory.createIdentifier('import'), undefined, [name]),
    );
  };
  const replacePaths = (node: ts.Node): ts.Node => {
    const path = sideFiles.get(requiredName(node) ?? '');
    if (path === undefined) return ts.visitEachChild(node, replacePaths, context);
    return factory.createCallExpression(factory.createIdentifier('require'), undefined, [
      factory.createStringLiteral(path),
    ]);
  };

  const statements = file.statements
    .filter((statement) => !isModuleMark(statement))
    .map((statement) => {
      const connected = isImport(statement) ? (replaceStatic(statement) as ts.Statement) : statement;
      return sideFiles.size === 0 ? connected : (replacePaths(connected) as ts.Statement);
    });
  return factory.updateSourceFile(file, statements);
}

/** `const x_1 = require("x")`, or just `require("x")`. */
function isImport(statement: ts.Statement): boolean {
  if (ts.isExpressionStatement(statement)) return requiredName(statement.expression) !== undefined;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ initializer }) => {
    return requiredName(initializer) !== undefined || requiredName(interopOperand(initializer)) !== undefined;
  });
}

/** The name in `require("name")`. */
function requiredName(node: ts.Node | undefined): string | undefined {
  if (!node || !ts.isCallExpression(node) || !isNamed(node.expression, 'require')) return undefined;
  const name = node.arguments[0];
  return name && ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** What is in `__importStar(…)` or `__importDefault(…)`, by which TypeScript makes CommonJS look like an ECMAScript module. */
function interopOperand(node: ts.Node | undefined): ts.Expression | undefined {
  if (!node || !ts.isCallExpression(node)) return undefined;
  const isInterop = isNamed(node.expression, '__importStar') || isNamed(node.expression, '__importDefault');
  return isInterop ? node.arguments[0] : undefined;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** `Object.defineProperty(exports, "__esModule", …)`: a cell is no module. */
function isModuleMark(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const name = statement.expression.arguments[1];
  return name !== undefined && ts.isStringLiteral(name) && name.text === '__esModule';
}
