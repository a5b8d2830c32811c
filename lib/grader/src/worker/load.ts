import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What V8 made of a module's code lies beside it, for this version of Node.js. */
export function codeCacheOf(path: string): string {
  return `${path}.${process.version}.cache`;
}

/**
 * Loads the modules of a runtime folder as `require` does, but with V8's code cache: most of the time in which a worker gets ready
 * is the compiling of TensorFlow.js. A cache of another V8 or of other flags is left aside by V8 itself.
 */
export class Loader {
  private readonly modules = new Map<string, { exports: unknown }>();
  readonly scripts = new Map<string, Script>();

  constructor(private readonly folder: string) {}

  /** @param file a path relative to the folder, such as `./tfjs.js` */
  load(file: string): unknown {
    const path = join(this.folder, file);
    const known = this.modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(path, module);
    const requireThere = createRequire(path);
    const own = (name: string): unknown => (name.startsWith('./') ? this.load(name) : requireThere(name));
    const require = Object.assign(own, { resolve: requireThere.resolve });
    const run = this.compiled(path).runInThisContext() as (...args: readonly unknown[]) => void;
    run(module.exports, require, module, path, dirname(path));
    return module.exports;
  }

  private compiled(path: string): Script {
    const cache = codeCacheOf(path);
    const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(path, 'utf8')}\n})`;
    const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
    const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) });
    this.scripts.set(path, script);
    return script;
  }
}
