import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ts from 'typescript';
import type { Docstring } from './docstring';
import { parseDocstring } from './docstring';

/** A function that `lossbook` exports. */
export interface Entry {
  name: string;
  /** The class that has its options chosen beforehand. */
  className: string | undefined;
  /** Where it is, below the library's sources: `regression/huber.ts`. */
  file: string;
  family: string;
  /** How it is called: `huberLoss(input, target, options?)`. */
  call: string;
  docstring: Docstring;
}

/** The functions that the library in this folder exports, in the order of its index.ts. */
export function readEntries(folder: string): Entry[] {
  return parse(join(folder, 'index.ts')).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier) return [];
    const file = `${(moduleSpecifier as ts.StringLiteral).text.replace('./', '')}.ts`;
    const source = parse(join(folder, file));
    const names = exportClause.elements.map(({ name }) => name.text);
    return names.filter((name) => /^[a-z]/.test(name)).map((name) => entry(source, file, name));
  });
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function entry(source: ts.SourceFile, file: string, name: string): Entry {
  const declaration = source.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
  const comment = declaration && ts.getJSDocCommentsAndTags(declaration)[0]?.getText(source);
  if (!declaration || !comment) throw new Error(`${file}: ${name} is no function with a docstring`);
  const classes = source.statements.filter(ts.isClassDeclaration);
  return {
    name,
    className: classes.find((one) => one.getText(source).includes(`return ${name}(`))?.name?.text,
    file,
    family: dirname(file).split(sep)[0] ?? '',
    call: `${name}(${declaration.parameters.map((parameter) => shown(parameter, source)).join(', ')})`,
    docstring: parseDocstring(comment),
  };
}

function shown({ name, initializer, questionToken }: ts.ParameterDeclaration, source: ts.SourceFile): string {
  return `${name.getText(source)}${initializer || questionToken ? '?' : ''}`;
}
