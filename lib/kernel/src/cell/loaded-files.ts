import { statSync } from 'node:fs';

/** JavaScript and JSON of the reader that Node.js keeps loaded: loaded anew when they, or what they import, have changed. */
export class LoadedFiles {
  readonly #versions = new Map<string, number>();

  constructor(private readonly cache: NodeJS.Dict<NodeJS.Module>) {}

  /** Makes Node.js forget a file that has changed since it was loaded, or imports such a file. */
  forgetChanged(file: string, seen = new Set<string>()): boolean {
    const module = this.cache[file];
    if (!module || isInstalled(file) || seen.has(file)) return false;
    seen.add(file);
    const changed = module.children.filter((child) => this.forgetChanged(child.filename, seen)).length > 0;
    const known = this.#versions.get(file);
    if (!changed && (known === undefined || known === versionOf(file))) return false;
    Reflect.deleteProperty(this.cache, file);
    this.#versions.delete(file);
    return true;
  }

  /** Remembers how a file, and what it imports, was when it was loaded. */
  note(file: string, seen = new Set<string>()): void {
    const module = this.cache[file];
    if (!module || isInstalled(file) || seen.has(file)) return;
    seen.add(file);
    if (!this.#versions.has(file)) this.#versions.set(file, versionOf(file));
    for (const child of module.children) this.note(child.filename, seen);
  }
}

/** What is installed is taken not to change while the kernel runs. */
function isInstalled(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file);
}

function versionOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
