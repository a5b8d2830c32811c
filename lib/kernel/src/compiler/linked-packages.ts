import { readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';

/**
 * The packages that are linked into the `node_modules` of a folder and of those above it, as the packages of a workspace are:
 * they can be imported, though no package.json need name them.
 */
export function linkedPackages(folder: string): string[] {
  const found = new Set<string>();
  for (let at = folder; ; at = path.dirname(at)) {
    const modules = path.join(at, 'node_modules');
    for (const entry of entriesOf(modules)) {
      if (entry.isSymbolicLink()) found.add(entry.name);
      if (!entry.name.startsWith('@')) continue;
      for (const scoped of entriesOf(path.join(modules, entry.name))) {
        if (scoped.isSymbolicLink()) found.add(`${entry.name}/${scoped.name}`);
      }
    }
    if (at === path.dirname(at)) return [...found];
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
