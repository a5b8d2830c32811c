import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';

/** Tells which packages are ECMAScript modules, as the Node.js that runs the cells sees them. */
export class EsModules {
  readonly #require: NodeJS.Require;
  readonly #known = new Map<string, boolean>();

  constructor(rootDir: string) {
    this.#require = createRequire(path.join(rootDir, 'notebook.js'));
  }

  /** Those among the names of imported modules. */
  among(names: Iterable<string>): ReadonlySet<string> {
    return new Set([...names].filter((name) => this.#has(name)));
  }

  #has(name: string): boolean {
    if (/^[./]/.test(name) || isBuiltin(name)) return false;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.#lookUp(name);
    // What is missing may be installed before the next cell.
    if (found !== undefined) this.#known.set(name, found);
    return found ?? false;
  }

  #lookUp(name: string): boolean | undefined {
    try {
      return isEsFile(this.#require.resolve(name));
    } catch (error) {
      // The package is there and is offered to `import` only.
      return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? true : undefined;
    }
  }
}

function isEsFile(file: string): boolean {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const packageFile = path.join(folder, 'package.json');
    if (!existsSync(packageFile)) continue;
    return (JSON.parse(readFileSync(packageFile, 'utf8')) as { type?: unknown }).type === 'module';
  }
  return false;
}
