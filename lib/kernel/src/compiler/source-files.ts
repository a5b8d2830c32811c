import ts from 'typescript';

/**
 * Parsed files, each parsed once for each version. TypeScript's own registry forgets a file when a program does without it, which
 * here would be whenever a cell uses nothing of a library; this one keeps those that are still of use.
 */
export class SourceFiles implements ts.DocumentRegistry {
  readonly #files = new Map<string, { readonly version: string; readonly file: ts.SourceFile }>();

  /** @param isKept whether a file may be needed again though the program does without it */
  constructor(private readonly isKept: (file: string) => boolean) {}

  acquireDocumentWithKey = (
    fileName: string,
    _path: ts.Path,
    _settings: unknown,
    _key: unknown,
    snapshot: ts.IScriptSnapshot,
    version: string,
    kind?: ts.ScriptKind,
    options?: ts.CreateSourceFileOptions | ts.ScriptTarget,
  ): ts.SourceFile => {
    const known = this.#files.get(fileName);
    if (known?.version === version) return known.file;
    const parsed = ts.createLanguageServiceSourceFile(
      fileName,
      snapshot,
      options ?? ts.ScriptTarget.Latest,
      version,
      false,
      kind,
    );
    this.#files.set(fileName, { version, file: parsed });
    return parsed;
  };

  updateDocumentWithKey = this.acquireDocumentWithKey;

  releaseDocumentWithKey = (path: ts.Path): void => {
    if (!this.isKept(path)) this.#files.delete(path);
  };

  /** All files are parsed by the same settings. */
  getKeyForCompilationSettings = (): ts.DocumentRegistryBucketKey => 'one' as ts.DocumentRegistryBucketKey;

  acquireDocument: ts.DocumentRegistry['acquireDocument'] = (name, settings, snapshot, version, kind, options) =>
    this.acquireDocumentWithKey(name, name as ts.Path, settings, '', snapshot, version, kind, options);

  updateDocument = this.acquireDocument;
  releaseDocument = (path: string): void => {
    this.releaseDocumentWithKey(path as ts.Path);
  };
  reportStats = (): string => `${this.#files.size} files`;
}
