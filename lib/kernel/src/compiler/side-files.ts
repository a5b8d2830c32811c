import ts from 'typescript';
import type { Diagnostic, SideOutput } from './converted';
import { fileDiagnostics } from './diagnose';
import { importPath } from './import-path';
import { replaceImportMeta } from './import-meta';
import { withoutMapComment } from './source-map-comment';
import type { Workspace } from './workspace';

/** TypeScript files of the workspace that cells import: checked and compiled once, and again when they change. */
export class SideFiles {
  /** By path: the versions of a file and of what it imports, when it was last handed out. */
  readonly #handedOut = new Map<string, string>();

  constructor(private readonly workspace: Workspace) {}

  /** Errors of those that were not handed out as they are now, and by which import the cell came by them. */
  check(program: ts.Program, cell: ts.SourceFile): Diagnostic[] {
    return this.#changed(program).flatMap((file) => {
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const diagnostics = fileDiagnostics(found, file, this.workspace.rootDir);
      if (diagnostics.length === 0) return [];
      const imported = importPath(file.fileName, cell, program, this.workspace);
      const origin = { text: file.text, ...(imported && { imported }) };
      return diagnostics.map((diagnostic) => ({ ...diagnostic, origin }));
    });
  }

  /** The JavaScript of those that were not handed out as they are now. */
  handOut(program: ts.Program): SideOutput[] {
    return this.#changed(program).map((file) => {
      let data = '';
      let sourceMap = '';
      const write = (name: string, text: string): void => {
        if (/\.[cm]?jsx?$/.test(name)) data = withoutMapComment(text);
        else if (name.endsWith('.map')) sourceMap = text;
      };
      program.emit(file, write, undefined, false, { before: [replaceImportMeta] });
      this.#handedOut.set(file.fileName, this.#version(file, program));
      const source = { path: file.fileName, text: file.text, sourceMap };
      return { path: javascriptOf(file.fileName), data, source };
    });
  }

  #changed(program: ts.Program): ts.SourceFile[] {
    return program.getSourceFiles().filter((file) => {
      if (!this.workspace.isSideFile(file.fileName)) return false;
      return this.#handedOut.get(file.fileName) !== this.#version(file, program);
    });
  }

  /** Changes with the file and with what it imports, since whoever imports a changed file must be loaded again. */
  #version(file: ts.SourceFile, program: ts.Program, seen = new Set<ts.SourceFile>()): string {
    if (seen.has(file)) return '';
    seen.add(file);
    const imported = ts.preProcessFile(file.text).importedFiles.flatMap(({ fileName }) => {
      const used = program.getSourceFile(this.workspace.resolve(fileName, file.fileName) ?? '');
      return used && !this.workspace.isStable(used.fileName) ? [this.#version(used, program, seen)] : [];
    });
    return [`${file.fileName} ${this.workspace.getScriptVersion(file.fileName)}`, ...imported].join('\n');
  }
}

/** Where the JavaScript of a TypeScript file would be. */
export function javascriptOf(file: string): string {
  return file.replace(/\.([cm]?)tsx?$/, '.$1js');
}
