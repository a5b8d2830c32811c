import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { cellModuleOf } from './cell-scope';
import { isInstalled } from './installed';

type Resolver = NonNullable<ts.LanguageServiceHost['resolveModuleNameLiterals']>;
type Resolved = ts.ResolvedModuleWithFailedLookupLocations;

/**
 * Finds modules as Node.js's `require` does, and those that a package offers to `import` only; the types of a package that does
 * not export them beside its `exports`, too.
 */
export class ModuleResolver {
  /** What was found, and the package.json files on the way. */
  cache: ts.ModuleResolutionCache;

  readonly #ofInstalled = new Map<string, Resolved>();

  constructor(
    private readonly rootDir: string,
    private readonly options: ts.CompilerOptions,
    private readonly host: ts.ModuleResolutionHost,
  ) {
    this.cache = this.#newCache();
  }

  readonly resolve: Resolver = (literals, containingFile, redirected, options, containingSourceFile) =>
    literals.map((literal) => {
      const cell = cellModuleOf(literal.text);
      if (cell !== undefined) return declarations(this.pathOfCell(cell));
      const mode = ts.getModeForUsageLocation(containingSourceFile, literal, options) ?? ts.ModuleKind.CommonJS;
      if (!isInstalled(containingFile)) return this.find(literal.text, containingFile, mode, redirected);
      // What is installed is taken not to change, and neither is what it imports.
      const key = `${path.dirname(containingFile)}\0${mode}\0${literal.text}`;
      const found = this.#ofInstalled.get(key) ?? this.find(literal.text, containingFile, mode, redirected);
      this.#ofInstalled.set(key, found);
      return found;
    });

  /** Where the declarations of a cell are taken to lie: beside the notebook, so that what they import is found. */
  pathOfCell(module: string): string {
    return path.posix.join(this.rootDir, `~cell-${module}.d.ts`);
  }

  /** The file, by the conditions of `require` or of `import` first. */
  find(
    name: string,
    containingFile: string,
    mode: ts.ResolutionMode,
    redirected?: ts.ResolvedProjectReference,
  ): Resolved {
    // The modules of Node.js itself are declared, not files.
    if (isBuiltin(name)) return { resolvedModule: undefined };
    const find = (mode: ts.ResolutionMode): Resolved =>
      ts.resolveModuleName(name, containingFile, this.options, this.host, this.cache, redirected, mode);
    const first = find(mode);
    if (hasTypes(first)) return first;
    const second = find(mode === ts.ModuleKind.ESNext ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext);
    if (hasTypes(second)) return second;
    const third = this.#findBesideExports(name, containingFile);
    if (hasTypes(third)) return third;
    // What is missing may be installed or written before the next cell.
    if (!first.resolvedModule && !second.resolvedModule && !isInstalled(containingFile)) this.cache = this.#newCache();
    return first.resolvedModule ? first : second;
  }

  #findBesideExports(name: string, containingFile: string): Resolved {
    const options = { ...this.options, moduleResolution: ts.ModuleResolutionKind.Node10 };
    return ts.resolveModuleName(name, containingFile, options, this.host);
  }

  #newCache(): ts.ModuleResolutionCache {
    return ts.createModuleResolutionCache(this.rootDir, (name) => name, this.options);
  }
}

function hasTypes({ resolvedModule }: Resolved): boolean {
  return resolvedModule !== undefined && !/\.[cm]?jsx?$/.test(resolvedModule.extension);
}

function declarations(file: string): Resolved {
  return { resolvedModule: { resolvedFileName: file, extension: ts.Extension.Dts, isExternalLibraryImport: false } };
}
