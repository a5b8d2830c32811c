import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { SideOutput } from './converter';

/** The modules that cells import: TypeScript files beside the notebook, and everything that Node finds from its folder up. */
export class NotebookModules {
  readonly require: NodeJS.Require;
  readonly #sources = new Map<string, string>();
  readonly #loaded = new Map<string, { exports: unknown }>();

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
      this.#loaded.delete(path);
    }
  }

  #requireFrom(filename: string): NodeJS.Require {
    return new Proxy(createRequire(filename), {
      apply: (require, _this, [id]: [string]): unknown => {
        if (this.own.has(id)) return this.own.get(id);
        // Its display works only in the copy of tslab that runs the notebook.
        if (id === 'tslab') return ownRequire('tslab');
        const file = path.resolve(path.dirname(filename), path.extname(id) === '' ? `${id}.js` : id);
        return this.#sources.has(file) ? this.#load(file) : require(id);
      },
    });
  }

  #load(filename: string): unknown {
    const loaded = this.#loaded.get(filename);
    if (loaded) return loaded.exports;
    const module = { exports: {} };
    this.#loaded.set(filename, module);
    const names = ['exports', 'require', 'module', '__filename', '__dirname'];
    const code = this.#sources.get(filename) ?? '';
    const run = vm.compileFunction(code, names, { filename }) as (...args: unknown[]) => void;
    try {
      run(module.exports, this.#requireFrom(filename), module, filename, path.dirname(filename));
    } catch (error) {
      this.#loaded.delete(filename);
      throw error;
    }
    return module.exports;
  }
}

const ownRequire = createRequire(__filename);
