import path from 'node:path';
import ts from 'typescript';
import { Bundles } from './bundles';
import { cellModuleOf, CellScope } from './cell-scope';
import { withoutDocstrings } from './docstrings';
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
  readonly #bundles = new Bundles();
  #modules: CellScope['modules'] = CellScope.empty.modules;
  /** The cells that are being worked on, by the files that they are taken to be. */
  #cells: ReadonlyMap<string, string> = new Map();
  #version = 0;
  /** Files whose docstrings somebody wanted. */
  readonly #documented = new Set<string>();
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
    this.#open(new Map([[this.cellFile, text]]), scope.modules);
  }

  /** Makes several texts cells that know nothing of each other, each after earlier ones of its own. Returns their files. */
  openAll(cells: readonly { readonly text: string; readonly scope: CellScope }[]): readonly string[] {
    const files = cells.map((_, i) => this.cellFile.replace(/(\.tsx?)$/, `s-${i}$1`));
    // Modules of declarations are named by their content, so those of different notebooks can lie side by side.
    const modules = new Map(cells.flatMap(({ scope }) => [...scope.modules]));
    this.#open(new Map(cells.map(({ text }, i) => [files[i] ?? '', text])), modules);
    return files;
  }

  #open(cells: ReadonlyMap<string, string>, modules: CellScope['modules']): void {
    this.#version++;
    this.#cells = cells;
    this.#seen = new Map();
    this.#modules = modules;
  }

  /** A TypeScript file of the workspace: neither installed, nor a cell, nor declarations. */
  isSideFile(file: string): boolean {
    return /\.[cm]?tsx?$/.test(file) && !isDeclaration(file) && !this.#cells.has(file) && !isInstalled(file);
  }

  /** The file that a module's name means in a file. */
  resolve(name: string, file: string): string | undefined {
    return this.#resolver.find(name, file, ts.ModuleKind.CommonJS).resolvedModule?.resolvedFileName;
  }

  /** Whether a file is taken not to change: what is installed, and declarations but those of cells. */
  isStable(file: string): boolean {
    return cellModuleOf(file) === undefined && (isDeclaration(file) || isInstalled(file));
  }

  /**
   * Has files read with their docstrings from now on.
   * @returns whether that makes the program another
   */
  document(files: readonly string[]): boolean {
    const bare = files.filter((file) => this.#isBare(file));
    for (const file of bare) {
      this.#documented.add(file);
      this.#snapshots.delete(file);
      this.#version++;
    }
    return bare.length > 0;
  }

  /** Whether a file is read without its docstrings. */
  #isBare(file: string): boolean {
    return this.isStable(file) && isDeclaration(file) && !this.#documented.has(file);
  }

  /** Whether a file may be of use for a later cell, though the program does without it. */
  isKept = (file: string): boolean => this.isStable(file) || this.isSideFile(file);

  getModuleResolutionCache = (): ts.ModuleResolutionCache => this.#resolver.cache;
  getProjectVersion = (): string => String(this.#version);
  getCompilationSettings = (): ts.CompilerOptions => this.options;
  getCurrentDirectory = (): string => this.rootDir;
  getDefaultLibFileName = (options: ts.CompilerOptions): string => ts.getDefaultLibFilePath(options);
  getScriptFileNames = (): string[] => [...this.#cells.keys(), ...this.#ambient(), ...this.globals];
  useCaseSensitiveFileNames = (): boolean => ts.sys.useCaseSensitiveFileNames;

  getScriptVersion = (file: string): string => {
    if (this.#cells.has(file)) return String(this.#version);
    if (this.isStable(file) || cellModuleOf(file) !== undefined) return this.#documented.has(file) ? '1' : '0';
    const seen = this.#seen.get(file) ?? versionOnDisk(file);
    this.#seen.set(file, seen);
    return seen;
  };

  /** TypeScript asks for all files each time and reads few of them. */
  getScriptSnapshot = (file: string): ts.IScriptSnapshot | undefined => {
    const known = this.#snapshots.get(file);
    if (known) return known;
    if (!this.fileExists(file)) return undefined;
    const isBare = this.#isBare(file);
    const snapshot = new LazySnapshot(() => {
      const edit = isBare ? withoutDocstrings : (text: string) => text;
      if (this.#bundles.includes(file)) return this.#bundles.textOf(file, edit);
      return edit(this.readFile(file) ?? '');
    });
    if (this.isStable(file)) this.#snapshots.set(file, snapshot);
    return snapshot;
  };

  readFile = (file: string, encoding?: string): string | undefined => {
    return this.#cells.get(file) ?? this.#textOfCell(file) ?? ts.sys.readFile(file, encoding);
  };

  fileExists = (file: string): boolean =>
    this.#cells.has(file) || this.#textOfCell(file) !== undefined || ts.sys.fileExists(file);

  /** A file that was not there, or a folder that has changed, makes a file of the workspace mean something else. */
  hasInvalidatedResolutions = (file: string): boolean => this.isSideFile(file);

  /** The declarations of a cell, if a path is that of some. */
  #textOfCell(file: string): string | undefined {
    return this.#modules.get(cellModuleOf(file) ?? '')?.text;
  }

  #ambient(): string[] {
    const found = [...this.#modules].filter(([, { isAmbient }]) => isAmbient);
    return found.map(([module]) => this.#resolver.pathOfCell(module));
  }

  directoryExists = (folder: string): boolean => ts.sys.directoryExists(folder);
  getDirectories = (folder: string): string[] => ts.sys.getDirectories(folder);
  /** For completion in the names of imports. */
  readDirectory: NonNullable<ts.LanguageServiceHost['readDirectory']> = (...wanted) => ts.sys.readDirectory(...wanted);
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
