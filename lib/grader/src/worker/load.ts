import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

/** Where modules take themselves to lie. A snapshot has it from the machine that made it, so it is nobody's folder. */
const nominalFolder = '/grader/runtime';

const getBuiltinModule = process.getBuiltinModule.bind(process);

/** Loads the modules of a runtime folder as `require` does. */
export class Loader {
  private readonly modules = new Map<string, { exports: unknown }>();

  /** @param folder may change: what is loaded stays */
  constructor(public folder: string) {}

  /** @param file a path relative to the folder, such as `./tfjs.js` */
  load(file: string): unknown {
    const known = this.modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const own = (name: string): unknown => (name.startsWith('./') ? this.load(name) : builtin(name));
    const require = Object.assign(own, { resolve });
    const filename = join(nominalFolder, file);
    const source = readFileSync(join(this.folder, file), 'utf8');
    const text = `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;
    const run = runInThisContext(text, { filename }) as (...args: readonly unknown[]) => void;
    run(module.exports, require, module, filename, nominalFolder);
    return module.exports;
  }
}

/**
 * A module that Node.js has itself; there are no others.
 * @throws Error as `require` does
 */
export function builtin(name: string): unknown {
  resolve(name);
  return getBuiltinModule(name);
}

function resolve(name: string): string {
  if (name.startsWith('./') || isBuiltin(name)) return name;
  throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
}
