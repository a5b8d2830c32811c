import path from 'node:path';
import ts from 'typescript';
import { CellScope } from './cell-scope';
import { readCell, type CellSyntax } from './cell-syntax';
import { completionsAt, wordBefore } from './complete';
import type { Completions, Converted, Diagnostic, Information } from './converted';
import { cellDiagnostics } from './diagnose';
import { EsModules } from './es-modules';
import { describe } from './documentation';
import { placeOfInformation } from './inspect';
import { prelude } from './prelude';
import { readProject, type Project } from './project';
import { javascriptOf, SideFiles } from './side-files';
import { withoutMapComment } from './source-map-comment';
import { SourceFiles } from './source-files';
import { cellTransformers, LAST_EXPRESSION } from './transform';
import { pruneDeclarations } from './prune-declarations';
import { Workspace } from './workspace';

/** What cells find without an import, beside what Node.js has. */
const GLOBALS = path.resolve(__dirname, '../../globals.d.ts');

/** So many names of earlier cells are offered at once, the newest. */
const MOST_OFFERED = 500;

/** A converted cell, and what later cells see if it ran. */
export interface Compiled extends Omit<Converted, 'declarations'> {
  readonly scope: CellScope;
}

/** Turns cells into JavaScript and checks their types, in one program of TypeScript that only the cell is new in. */
export class Compiler {
  readonly #project: Project;
  readonly #workspace: Workspace;
  readonly #service: ts.LanguageService;
  readonly #esModules: EsModules;
  readonly #sideFiles: SideFiles;

  constructor(folder: string) {
    // As TypeScript writes paths, on Windows too.
    const rootDir = folder.replaceAll(path.sep, '/');
    this.#project = readProject(rootDir);
    this.#workspace = new Workspace(rootDir, this.#project.options, [GLOBALS]);
    this.#service = ts.createLanguageService(this.#workspace, new SourceFiles(this.#workspace.isKept));
    this.#esModules = new EsModules(rootDir);
    this.#sideFiles = new SideFiles(this.#workspace);
  }

  convert(scope: CellScope, source: string, name = 'cell.ts'): Compiled {
    const cell = readCell(source, this.isJsx);
    if (cell.errors.length > 0) return this.#refused(scope, cellDiagnostics(cell.errors, source));
    const program = this.#programOf(cell, scope);
    const file = program.getSourceFile(this.#workspace.cellFile);
    if (!file) throw new Error('TypeScript did not take the cell into its program');
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    const diagnostics = [...cellDiagnostics(found, source), ...this.#sideFiles.check(program)];
    const areWarnings = this.#project.typeErrors === 'warning';
    if (diagnostics.length > 0 && !areWarnings) return this.#refused(scope, diagnostics);
    return {
      ...this.#emit(cell, scope, program, file, name),
      sideOutputs: this.#sideFiles.handOut(program),
      diagnostics: [],
      ...(diagnostics.length > 0 && { warnings: diagnostics }),
    };
  }

  /** What can be written at an offset of a cell. */
  complete(scope: CellScope, source: string, offset: number): Completions {
    const shift = this.#openToRead(scope, source, wordBefore(source, offset));
    return completionsAt(this.#service, this.#workspace.cellFile, shift, source, offset);
  }

  /** What stands at an offset of a cell. */
  inspect(scope: CellScope, source: string, offset: number): Information | undefined {
    const shift = this.#openToRead(scope, source);
    const { cellFile } = this.#workspace;
    const found = placeOfInformation(this.#service, cellFile, offset + shift);
    if (!found) return undefined;
    const definitions = this.#service.getDefinitionAtPosition(cellFile, found.place) ?? [];
    const isReread = this.#workspace.document(definitions.map(({ fileName }) => fileName));
    const info = isReread ? this.#service.getQuickInfoAtPosition(cellFile, found.place) : found.info;
    return info && describe(info);
  }

  get isJsx(): boolean {
    return this.#project.options.jsx !== undefined;
  }

  close(): void {
    this.#service.dispose();
  }

  #programOf(cell: CellSyntax, scope: CellScope): ts.Program {
    const names = [...cell.mentioned, ...this.#project.jsxNames].filter((name) => !cell.declared.has(name));
    const exported = [...cell.declared].filter(([, { binding }]) => binding !== 'ambient').map(([name]) => name);
    this.#workspace.open(`${cell.text}\nexport{${exported.join()}};${prelude(scope, names)}`, scope);
    const program = this.#service.getProgram();
    if (!program) throw new Error('TypeScript made no program');
    return program;
  }

  /**
   * Makes a cell that may be half written the program's, behind the declarations and not before, as they would become part of what
   * it has left open. Names of earlier cells that start like the given word are declared too.
   * @returns how far the cell is moved
   */
  #openToRead(scope: CellScope, source: string, word?: string): number {
    const cell = readCell(source, this.isJsx);
    const offered = word === undefined ? [] : [...scope.names.keys()].filter((name) => name.startsWith(word));
    const names = new Set([...cell.mentioned, ...offered.slice(-MOST_OFFERED)]);
    const added = prelude(
      scope,
      [...names].filter((name) => !cell.declared.has(name)),
    );
    this.#workspace.open(`${added}export{};\n${cell.text}`, scope);
    return added.length + 'export{};\n'.length;
  }

  #emit(
    cell: CellSyntax,
    scope: CellScope,
    program: ts.Program,
    file: ts.SourceFile,
    name: string,
  ): Pick<Compiled, 'javascript' | 'sourceMap' | 'lastExpression' | 'awaits' | 'scope'> {
    const esModules = this.#esModules.among(cell.imports);
    const transformers = cellTransformers({
      checker: program.getTypeChecker(),
      end: cell.text.length,
      esModules,
      sideFiles: this.#sideFilesOf(cell, file),
    });
    const outputs = { '.js': '', '.js.map': '', '.d.ts': '' };
    const write = (name: string, text: string): void => {
      const ending = /(\.d\.ts|\.jsx?(\.map)?)$/.exec(name)?.[0].replace('x', '');
      if (ending !== undefined) outputs[ending as keyof typeof outputs] = text;
    };
    program.emit(file, write, undefined, false, transformers);
    return {
      javascript: withoutMapComment(outputs['.js']),
      sourceMap: namedMap(outputs['.js.map'], name),
      ...(cell.endsInExpression && { lastExpression: LAST_EXPRESSION }),
      awaits: cell.awaits || esModules.size > 0,
      scope: scope.with(cell.declared, pruneDeclarations(outputs['.d.ts']), cell.isAmbient),
    };
  }

  #sideFilesOf(cell: CellSyntax, file: ts.SourceFile): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const name of cell.imports) {
      const resolved = this.#workspace.resolve(name, file.fileName);
      if (resolved !== undefined && this.#workspace.isSideFile(resolved)) found.set(name, javascriptOf(resolved));
    }
    return found;
  }

  #refused(scope: CellScope, diagnostics: readonly Diagnostic[]): Compiled {
    return { javascript: '', scope, awaits: false, sideOutputs: [], diagnostics };
  }
}

/** A source map that calls the cell as the reader knows it. */
function namedMap(map: string, name: string): string {
  return JSON.stringify({ ...(JSON.parse(map) as object), file: name, sourceRoot: '', sources: [name] });
}
