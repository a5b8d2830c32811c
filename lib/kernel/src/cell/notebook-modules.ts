import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { SideOutput } from '../compiler/converted';

/** The modules that cells import: TypeScript files beside the notebook, and everything that Node finds from its folder up. */
export class NotebookModules {
  readonly require: NodeJS.Require;
  readonly #sources = new Map<string, string>();
  readonly #modules = new Map<string, { exports: unknown; loaded: boolean }>();

  /** @param own modules that the kernel itself provides, by name */
  constructor(
    rootDir: string,
    private readonly own: ReadonlyMap<string, unknown> = new Map(),
  ) {
    this.require = this.#requireFrom(path.join(rootDir, 'notebook.js'));
  }

  /** Takes in files that changed; whoever imports them next gets the new ones. */
  update(outputs: readonly SideOutput[]): void {
    for (const { path, data } of outputs) {
      this.#sources.set(path, data);
      this.#modules.delete(path);
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
        const file = path.resolve(path.dirname(filename), path.extname(id) === '' ? `${id}.js` : id);
        return this.#sources.has(file) ? this.#load(file) : require(id);
      },
    });
  }

  #load(filename: string): unknown {
    const known = this.#modules.get(filename);
    if (known) return known.exports;
    const module = { exports: {}, loaded: false };
    this.#modules.set(filename, module);
    const names = ['exports', 'require', 'module', '__filename', '__dirname'];
    const code = this.#sources.get(filename) ?? '';
    const run = vm.compileFunction(code, names, { filename }) as (...args: unknown[]) => void;
    try {
      run(module.exports, this.#requireFrom(filename), module, filename, path.dirname(filename));
      module.loaded = true;
    } catch (error) {
      this.#modules.delete(filename);
      throw error;
    }
    return module.exports;
  }
}
