import ts from 'typescript';
import type { Binding, Declared } from './cell-scope';
import { isAwaitUsing, variablesOf } from './variables';

/** What a cell's text says without looking at types. */
export interface CellSyntax {
  readonly source: string;
  /** The cell as it is compiled: as long as the source, line by line. */
  readonly text: string;
  readonly declared: ReadonlyMap<string, Omit<Declared, 'module'>>;
  /** All names in it that may be a variable or a type; some may be local to a function. */
  readonly mentioned: ReadonlySet<string>;
  /** Whether it has a top-level `await`. */
  readonly awaits: boolean;
  /** Whether its last statement is an expression, whose value is the cell's. */
  readonly endsInExpression: boolean;
  /** Whether it changes what all cells see (`declare global`, `declare module`). */
  readonly isAmbient: boolean;
  /** Modules that it imports, statically or by `import('…')`. */
  readonly imports: ReadonlySet<string>;
  readonly errors: readonly ts.DiagnosticWithLocation[];
}

/** Reads a cell: a module, whose top-level names are seen by later cells though it need not export them. */
export function readCell(source: string, isJsx: boolean): CellSyntax {
  const file = ts.createSourceFile(
    'cell.ts',
    source,
    {
      languageVersion: ts.ScriptTarget.Latest,
      // As a module, or `await (x)` would be taken as the call of a function.
      setExternalModuleIndicator: (file) => {
        (file as { externalModuleIndicator?: true }).externalModuleIndicator = true;
      },
    },
    true,
    isJsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const reading = new Reading();
  for (const statement of file.statements) reading.readStatement(statement);
  reading.visit(file);
  return {
    source,
    text: withoutExport(source, file),
    declared: reading.declared,
    mentioned: reading.mentioned,
    awaits: reading.awaits,
    endsInExpression: lastStatement(file.statements)?.kind === ts.SyntaxKind.ExpressionStatement,
    isAmbient: reading.isAmbient,
    imports: reading.imports,
    // Not declared by TypeScript, but the only way to see them without a program.
    errors: (file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics,
  };
}

class Reading {
  readonly declared = new Map<string, Omit<Declared, 'module'>>();
  readonly mentioned = new Set<string>();
  readonly imports = new Set<string>();
  awaits = false;
  isAmbient = false;

  readStatement(statement: ts.Statement): void {
    const isAmbient = has(statement, ts.SyntaxKind.DeclareKeyword);
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name) this.#declare(statement.name, isAmbient ? 'ambient' : 'alias');
    } else if (ts.isEnumDeclaration(statement)) {
      this.#declare(statement.name, isAmbient ? 'ambient' : 'alias');
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      this.#declare(statement.name, 'alias');
    } else if (ts.isModuleDeclaration(statement)) {
      if (ts.isIdentifier(statement.name) && !(statement.flags & ts.NodeFlags.GlobalAugmentation)) {
        this.#declare(statement.name, 'alias');
      } else {
        this.isAmbient = true;
      }
    } else if (ts.isImportEqualsDeclaration(statement)) {
      this.#declare(statement.name, 'alias');
    } else if (ts.isImportDeclaration(statement)) {
      this.#declareImports(statement.importClause);
    } else {
      for (const { identifier, binding } of variablesOf(statement)) {
        this.#declare(identifier, isAmbient ? 'ambient' : binding, docOf(statement));
      }
    }
  }

  /** Looks into everything, for what is mentioned and imported, and for `await` outside of functions. */
  visit(node: ts.Node, isTopLevel = true): void {
    if (ts.isIdentifier(node) && !isPropertyName(node)) this.mentioned.add(node.text);
    if (isImportCall(node)) this.imports.add(node.arguments[0].text);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      this.imports.add(node.moduleSpecifier.text);
    }
    if (isTopLevel) {
      if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) this.awaits = true;
      if (ts.isVariableDeclarationList(node) && isAwaitUsing(node)) this.awaits = true;
    }
    const isInside = isTopLevel && !ts.isFunctionLike(node) && !ts.isClassStaticBlockDeclaration(node);
    ts.forEachChild(node, (child) => {
      this.visit(child, isInside && !ts.isModuleDeclaration(node));
    });
  }

  #declareImports(clause: ts.ImportClause | undefined): void {
    if (clause?.name) this.#declare(clause.name, 'alias');
    const bindings = clause?.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) this.#declare(bindings.name, 'alias');
    else for (const element of bindings?.elements ?? []) this.#declare(element.name, 'alias');
  }

  #declare({ text }: ts.Identifier, binding: Binding, doc?: string): void {
    const known = this.declared.get(text)?.binding;
    const merged = known === undefined || known === binding ? binding : 'alias';
    this.declared.set(text, { binding: merged, ...(doc !== undefined && { doc }) });
  }
}

function docOf(statement: ts.Statement): string | undefined {
  return ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc)?.getText();
}

/** The last statement; a lone semicolon is none. */
export function lastStatement(statements: readonly ts.Statement[]): ts.Statement | undefined {
  return statements.findLast((statement) => !ts.isEmptyStatement(statement));
}

/** `import('literal')` */
export function isImportCall(node: ts.Node): node is ts.ImportCall & { arguments: readonly [ts.StringLiteralLike] } {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return false;
  const name = node.arguments[0];
  return name !== undefined && ts.isStringLiteralLike(name);
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isQualifiedName(parent) && parent.right === node;
}

function has(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some((one) => one.kind === kind) ?? false);
}

/**
 * A cell may say `export const x` or `export { x }`, as a module does; here it means nothing. It is blanked, since an exported
 * variable would be compiled to a property and not to a variable.
 */
function withoutExport(source: string, file: ts.SourceFile): string {
  let text = source;
  const blank = (node: ts.Node): void => {
    const start = node.getStart(file);
    text = text.slice(0, start) + text.slice(start, node.end).replace(/[^\r\n]/g, ' ') + text.slice(node.end);
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) blank(statement);
    if (!ts.canHaveModifiers(statement) || isNameless(statement)) continue;
    for (const modifier of ts.getModifiers(statement) ?? []) {
      if (modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword)
        blank(modifier);
    }
  }
  return text;
}

/** `export default class {}` and the like, which cannot do without `export default`. */
function isNameless(statement: ts.Statement): boolean {
  return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && !statement.name;
}
