import path from 'node:path';
import ts from 'typescript';
import { cellModuleOf, CellScope } from './cell-scope';
import { readCell, type CellSyntax } from './cell-syntax';
import { completionsAt, wordBefore } from './complete';
import type { Completions, Converted, Diagnostic, Information } from './converted';
import { sourceOf } from './declaration-source';
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

/** A cell and what it sees of those before it. */
export interface Unconverted {
  readonly scope: CellScope;
  readonly source: string;
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

  /** @param name what the reader calls the cell, such as `cell 3` */
  convert(scope: CellScope, source: string, name?: string): Compiled {
    const cell = readCell(source, this.isJsx);
    if (cell.errors.length > 0) return this.#refused(scope, cellDiagnostics(cell.errors, source, scope));
    const program = this.#programOf(cell, scope);
    const file = program.getSourceFile(this.#workspace.cellFile);
    if (!file) throw new Error('TypeScript did not take the cell into its program');
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    const diagnostics = [...cellDiagnostics(found, source, scope), ...this.#sideFiles.check(program, file)];
    const areWarnings = this.#project.typeErrors === 'warning';
    if (diagnostics.length > 0 && !areWarnings) return this.#refused(scope, diagnostics);
    return {
      ...this.#emit(cell, scope, program, file, name),
      sideOutputs: this.#sideFiles.handOut(program),
      diagnostics: [],
      ...(diagnostics.length > 0 && { warnings: diagnostics }),
    };
  }

  /**
   * Converts cells that know nothing of each other in one program, whose types are worked out once for all of them. Each is given
   * out as soon as it is done, with its place in the list. One without a result must be converted alone: it has an error, whose
   * message could depend on its neighbours, or it says something of all files. Cells of different packages do not meet, since a
   * package may say such things too.
   */
  *convertAll(cells: readonly Unconverted[]): Generator<readonly [place: number, compiled: Compiled | undefined]> {
    const groups = new Map<string, number[]>();
    for (const [place, cell] of cells.entries()) {
      const packages = packagesOf(cell);
      groups.set(packages, [...(groups.get(packages) ?? []), place]);
    }
    for (const places of groups.values()) {
      const read = places.flatMap((place) => {
        const { scope, source } = cells[place] ?? { scope: CellScope.empty, source: '' };
        const cell = readCell(source, this.isJsx);
        return [{ place, cell, scope, source, text: this.#textOf(cell, scope) }];
      });
      const files = this.#workspace.openAll(read.filter(({ cell, scope }) => !isAlone(cell, scope)));
      const program = this.#program();
      let next = 0;
      for (const one of read) {
        const file = isAlone(one.cell, one.scope) ? undefined : program.getSourceFile(files[next++] ?? '');
        yield [one.place, file && this.#convertAmong(program, file, one)];
      }
    }
  }

  #convertAmong(
    program: ts.Program,
    file: ts.SourceFile,
    one: Unconverted & { readonly cell: CellSyntax },
  ): Compiled | undefined {
    const { cell, scope, source } = one;
    if (this.#sideFilesOf(cell, file).size > 0) return undefined;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (cellDiagnostics(found, source, scope).length > 0) return undefined;
    return { ...this.#emit(cell, scope, program, file), sideOutputs: [], diagnostics: [] };
  }

  /** What can be written at an offset of a cell. */
  complete(scope: CellScope, source: string, offset: number): Completions {
    const shift = this.#openToRead(scope, source, wordBefore(source, offset));
    return completionsAt(this.#service, this.#workspace.cellFile, shift, source, offset);
  }

  /** What stands at an offset of a cell; with `detail` 1, the code that declares it too. */
  inspect(scope: CellScope, source: string, offset: number, detail: 0 | 1 = 0): Information | undefined {
    const shift = this.#openToRead(scope, source);
    const { cellFile } = this.#workspace;
    const found = placeOfInformation(this.#service, cellFile, offset + shift);
    if (!found) return undefined;
    const definitions = this.#service.getDefinitionAtPosition(cellFile, found.place) ?? [];
    const isReread = this.#workspace.document(definitions.map(({ fileName }) => fileName));
    const info = isReread ? this.#service.getQuickInfoAtPosition(cellFile, found.place) : found.info;
    const program = this.#service.getProgram();
    if (detail === 0 || !program) return info && describe(info);
    const again = isReread ? this.#service.getDefinitionAtPosition(cellFile, found.place) : definitions;
    return (
      info &&
      describe(
        info,
        again?.map((one) => sourceOf(one, program, scope)),
      )
    );
  }

  /** What of the project's settings could not be understood. */
  get problems(): readonly string[] {
    return this.#project.problems;
  }

  get isJsx(): boolean {
    return this.#project.options.jsx !== undefined;
  }

  close(): void {
    this.#service.dispose();
  }

  #programOf(cell: CellSyntax, scope: CellScope): ts.Program {
    this.#workspace.open(this.#textOf(cell, scope), scope);
    return this.#program();
  }

  #textOf(cell: CellSyntax, scope: CellScope): string {
    const names = [...cell.mentioned, ...this.#project.jsxNames].filter((name) => !cell.declared.has(name));
    const exported = [...cell.declared].filter(([, { binding }]) => binding !== 'ambient').map(([name]) => name);
    return `${cell.text}\nexport{${exported.join()}};${prelude(scope, names)}`;
  }

  #program(): ts.Program {
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
    name?: string,
  ): Pick<Compiled, 'javascript' | 'sourceMap' | 'lastExpression' | 'awaits' | 'declares' | 'scope'> {
    const esModules = this.#esModules.among(cell.imports);
    const declares: (readonly string[])[] = [];
    const transformers = cellTransformers({
      checker: program.getTypeChecker(),
      end: cell.text.length,
      esModules,
      sideFiles: this.#sideFilesOf(cell, file),
      onDeclare: (names) => declares.push(names),
    });
    const outputs = { '.js': '', '.js.map': '', '.d.ts': '' };
    const write = (name: string, text: string): void => {
      const ending = /(\.d\.ts|\.jsx?(\.map)?)$/.exec(name)?.[0].replace('x', '');
      if (ending !== undefined) outputs[ending as keyof typeof outputs] = text;
    };
    program.emit(file, write, undefined, false, transformers);
    return {
      javascript: withoutMapComment(outputs['.js']),
      sourceMap: namedMap(outputs['.js.map'], name ?? 'cell.ts'),
      ...(cell.endsInExpression && { lastExpression: LAST_EXPRESSION }),
      awaits: cell.awaits || esModules.size > 0,
      declares,
      scope: scope.with({ ...cell, name }, pruneDeclarations(outputs['.d.ts'])),
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
    return { javascript: '', scope, awaits: false, declares: [], sideOutputs: [], diagnostics };
  }
}

/** A source map that calls the cell as the reader knows it. */
function namedMap(map: string, name: string): string {
  return JSON.stringify({ ...(JSON.parse(map) as object), file: name, sourceRoot: '', sources: [name] });
}

/** Whether a cell must have a program of its own. */
function isAlone(cell: CellSyntax, scope: CellScope): boolean {
  return cell.errors.length > 0 || cell.isAmbient || [...scope.modules.values()].some(({ isAmbient }) => isAmbient);
}

/** What a cell and those before it make part of the program beside themselves. */
function packagesOf({ scope, source }: Unconverted): string {
  const names = [source, ...[...scope.modules.values()].map(({ text }) => text)].flatMap((text) => {
    const { importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives } = ts.preProcessFile(text);
    return [importedFiles, referencedFiles, typeReferenceDirectives, libReferenceDirectives].flat();
  });
  const packages = names.map(({ fileName }) => fileName).filter((name) => cellModuleOf(name) === undefined);
  return JSON.stringify([...new Set(packages)].sort());
}
