import path from 'node:path';
import ts from 'typescript';
import type { CellScope } from './cell-scope';
import { isInstalled } from './installed';
import { ModuleResolver } from './resolve';

/**
 * The files that TypeScript sees: the cell that is being worked on, the declarations of earlier cells, and the disk. What
 * is installed is taken not to change; TypeScript files of the workspace are looked at again for each cell.
 */
export class Workspace implements ts.LanguageServiceHost {
  readonly cellFile: string;
  readonly resolveModuleNameLiterals: NonNullable<ts.LanguageServiceHost['resolveModuleNameLiterals']>;
  readonly #resolver: ModuleResolver;
  readonly #cells = new Map<string, string>();
  #ambient: readonly string[] = [];
  #text = '';
  #version = 0;
  readonly #snapshots = new Map<string, ts.IScriptSnapshot>();
  /** Versions of the files on disk as seen for this cell. */
  #seen = new Map<string, string>();

  constructor(
    readonly rootDir: string,
    private readonly options: ts.CompilerOptions,
    private readonly globals: readonly string[],
  ) {
    this.cellFile = path.posix.join(rootDir, options.jsx === undefined ? '~cell.ts' : '~cell.tsx');
    this.#resolver = new ModuleResolver(rootDir, options, this);
    this.resolveModuleNameLiterals = this.#resolver.resolve;
  }

  /** Makes this text the cell, after these earlier ones. */
  open(text: string, scope: CellScope): void {
    this.#version++;
    this.#text = text;
    this.#seen = new Map();
    const ambient: string[] = [];
    this.#cells.clear();
    for (const [name, { text, isAmbient }] of scope.modules) {
      const file = this.#resolver.pathOfCell(name);
      this.#cells.set(file, text);
      if (isAmbient) ambient.push(file);
    }
    this.#ambient = ambient;
  }

  /** A TypeScript file of the workspace: neither installed, nor a cell, nor declarations. */
  isSideFile(file: string): boolean {
    return /\.[cm]?tsx?$/.test(file) && !isDeclaration(file) && file !== this.cellFile && !isInstalled(file);
  }

  /** The file that a module's name means in a file. */
  resolve(name: string, file: string): string | undefined {
    return this.#resolver.find(name, file, ts.ModuleKind.CommonJS).resolvedModule?.resolvedFileName;
  }

  /** Whether a file is taken not to change: what is installed, and declarations but those of cells. */
  isStable(file: string): boolean {
    return file !== this.cellFile && !this.#cells.has(file) && (isDeclaration(file) || isInstalled(file));
  }

  /** Whether a file may be of use for a later cell, though the program does without it. */
  isKept = (file: string): boolean => this.#cells.has(file) || this.isStable(file) || this.isSideFile(file);

  getModuleResolutionCache = (): ts.ModuleResolutionCache => this.#resolver.cache;
  getProjectVersion = (): string => String(this.#version);
  getCompilationSettings = (): ts.CompilerOptions => this.options;
  getCurrentDirectory = (): string => this.rootDir;
  getDefaultLibFileName = (options: ts.CompilerOptions): string => ts.getDefaultLibFilePath(options);
  getScriptFileNames = (): string[] => [this.cellFile, ...this.#ambient, ...this.globals];
  useCaseSensitiveFileNames = (): boolean => ts.sys.useCaseSensitiveFileNames;

  getScriptVersion = (file: string): string => {
    if (file === this.cellFile) return String(this.#version);
    if (this.isStable(file) || this.#cells.has(file)) return '0';
    const seen = this.#seen.get(file) ?? versionOnDisk(file);
    this.#seen.set(file, seen);
    return seen;
  };

  /** TypeScript asks for all files each time and reads few of them. */
  getScriptSnapshot = (file: string): ts.IScriptSnapshot | undefined => {
    const known = this.#snapshots.get(file);
    if (known) return known;
    if (!this.fileExists(file)) return undefined;
    const snapshot = new LazySnapshot(() => this.readFile(file) ?? '');
    if (this.isStable(file)) this.#snapshots.set(file, snapshot);
    return snapshot;
  };

  readFile = (file: string, encoding?: string): string | undefined => {
    if (file === this.cellFile) return this.#text;
    return this.#cells.get(file) ?? ts.sys.readFile(file, encoding);
  };

  fileExists = (file: string): boolean => file === this.cellFile || this.#cells.has(file) || ts.sys.fileExists(file);

  /** A file that was not there, or a folder that has changed, makes a file of the workspace mean something else. */
  hasInvalidatedResolutions = (file: string): boolean => this.isSideFile(file);

  directoryExists = (folder: string): boolean => ts.sys.directoryExists(folder);
  getDirectories = (folder: string): string[] => ts.sys.getDirectories(folder);
  realpath = (file: string): string => ts.sys.realpath?.(file) ?? file;
}

/** A file that is read when its text is wanted, which is once: to parse it. */
class LazySnapshot implements ts.IScriptSnapshot {
  #text: string | undefined;

  constructor(private readonly read: () => string) {}

  getLength(): number {
    this.#text ??= this.read();
    return this.#text.length;
  }

  getText(start: number, end: number): string {
    const text = this.#text ?? this.read();
    this.#text = undefined;
    return text.slice(start, end);
  }

  getChangeRange(): undefined {
    return undefined;
  }
}

function isDeclaration(file: string): boolean {
  return /\.d\.([cm]?ts|[^./]+\.ts)$/.test(file);
}

function versionOnDisk(file: string): string {
  const modified = ts.sys.getModifiedTime?.(file);
  return modified === undefined ? 'gone' : String(modified.getTime());
}
