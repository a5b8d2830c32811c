import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { SideOutput } from '../compiler/converted';
import { IMPORT_META, importMeta } from './evaluate';
import { LoadedFiles } from './loaded-files';

/** The modules that cells import: TypeScript files beside the notebook, and everything that Node finds from its folder up. */
export class NotebookModules {
  readonly require: NodeJS.Require;
  readonly #sources = new Map<string, SideOutput>();
  readonly #modules = new Map<string, { exports: unknown; loaded: boolean }>();
  readonly #loadedFiles: LoadedFiles;

  /**
   * @param own modules that the kernel itself provides, by name
   * @param onLoad called when something was imported
   */
  constructor(
    rootDir: string,
    private readonly own: ReadonlyMap<string, unknown> = new Map(),
    private readonly onLoad: () => void = () => undefined,
  ) {
    this.require = this.#requireFrom(path.join(rootDir, 'notebook.js'));
    this.#loadedFiles = new LoadedFiles(this.require.cache);
  }

  /** Takes in files that changed; whoever imports them next gets the new ones. */
  update(outputs: readonly SideOutput[]): void {
    for (const output of outputs) {
      this.#sources.set(output.path, output);
      this.#modules.delete(output.path);
    }
  }

  /** Forgets the modules that an interrupt left half loaded, so that the next import of one loads it anew. */
  forgetUnfinished(): void {
    for (const [name, { loaded }] of this.#modules) if (!loaded) this.#modules.delete(name);
    for (const [name, module] of Object.entries(this.require.cache)) {
      if (module && !module.loaded) Reflect.deleteProperty(this.require.cache, name);
    }
  }

  #requireFrom(filename: string): NodeJS.Require {
    return new Proxy(createRequire(filename), {
      apply: (require, _this, [id]: [string]): unknown => {
        if (this.own.has(id)) return this.own.get(id);
        // TypeScript's files are here as what they compile to.
        const script = id.replace(/\.tsx?$/, '.js');
        const file = path.resolve(path.dirname(filename), path.extname(script) === '' ? `${script}.js` : script);
        const source = this.#sources.get(file);
        const loaded = source ? this.#load(source) : this.#loadByNode(require, id);
        this.onLoad();
        return loaded;
      },
    });
  }

  #loadByNode(require: NodeJS.Require, id: string): unknown {
    const file = /^\.{1,2}\//.test(id) || path.isAbsolute(id) ? require.resolve(id) : undefined;
    if (file !== undefined) this.#loadedFiles.forgetChanged(file);
    const loaded: unknown = require(id);
    if (file !== undefined) this.#loadedFiles.note(file);
    return loaded;
  }

  #load({ path: script, data, source }: SideOutput): unknown {
    const known = this.#modules.get(script);
    if (known) return known.exports;
    const module = { exports: {}, loaded: false };
    this.#modules.set(script, module);
    const names = ['exports', 'require', 'module', '__filename', '__dirname', IMPORT_META];
    // The file learns the name that it has on disk; stack traces have that of its JavaScript, which has the source map.
    const filename = path.normalize(source?.path ?? script);
    const run = vm.compileFunction(data, names, { filename: script }) as (...args: unknown[]) => void;
    try {
      const require = this.#requireFrom(filename);
      run(module.exports, require, module, filename, path.dirname(filename), importMeta(filename, require));
      module.loaded = true;
    } catch (error) {
      this.#modules.delete(script);
      throw error;
    }
    return module.exports;
  }
}
