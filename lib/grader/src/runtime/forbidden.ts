import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What an oracle forbids, sorted by the library that it is taken out of. */
export interface Forbidden {
  /** Files of `lossbook` that are replaced as a whole, since each holds one loss. */
  readonly lossbookFiles: ReadonlySet<string>;
  /** Whether TensorFlow.js is given without its losses, and without the layers and metrics that bring them again. */
  readonly tfLosses: boolean;
  /** Operations of TensorFlow.js, by the file that exports them. */
  readonly tfOps: ReadonlyMap<string, string>;
}

/**
 * Finds where the forbidden names are.
 * @param names as an oracle has them: `lossbook.losses`, `lossbook.<name>`, `tf.losses`, `tf.metrics`, or `tf.<operation>` such as
 *   `tf.softmax`
 * @param lossbook the folder of the compiled library
 * @param ops the folder of TensorFlow.js's operations
 * @throws Error for a name that is nowhere, which is a mistake of the oracle
 */
export function locateForbidden(names: readonly string[], lossbook: string, ops: string): Forbidden {
  const tfLosses = names.some(isTfLosses);
  const tfOps = new Map<string, string>();
  const lossbookFiles = new Set<string>();
  const [losses, operations] = [lossbook, ops].map((folder) => new Lazy(folder)) as [Lazy, Lazy];
  if (names.includes(allLosses)) for (const path of lossesBelow(lossbook)) lossbookFiles.add(path);
  for (const name of names.filter((name) => name !== allLosses && !isTfLosses(name))) {
    const [, library, own = ''] = /^(lossbook|tf)\.(\w+)$/.exec(name) ?? [];
    const text = library === 'tf' ? `export const ${own} = ` : `\nexports.${own} = ${own};`;
    const homes = library === undefined ? [] : (library === 'tf' ? operations : losses).with(text);
    if (homes.length === 0)
      throw new Error(`An oracle forbids ${name}, which is neither in lossbook nor in TensorFlow.js.`);
    for (const path of homes)
      if (library === 'tf') tfOps.set(path, own);
      else lossbookFiles.add(path);
  }
  return { lossbookFiles, tfLosses, tfOps };
}

/**
 * Everything of `lossbook` but its backends: which of its losses and metrics equals an item by some other arguments, as twice the
 * quantile loss at ½ is L1, nobody can list.
 */
const allLosses = 'lossbook.losses';

/** Files of `core` hold what losses are made of, and the backends; the package exports nothing else of it. */
function lossesBelow(lossbook: string): string[] {
  return javascriptBelow(lossbook).filter((path) => {
    const [folder, ...below] = relative(lossbook, path).split(sep);
    return folder !== 'core' && below.length > 0;
  });
}

/** The JavaScript files of a folder, read when one is first looked for. */
class Lazy {
  private files: { readonly path: string; readonly text: string }[] | undefined;

  constructor(private readonly folder: string) {}

  with(part: string): string[] {
    this.files ??= javascriptBelow(this.folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    return this.files.flatMap(({ path, text }) => (text.includes(part) ? [path] : []));
  }
}

function isTfLosses(name: string): boolean {
  return name === 'tf.losses' || name === 'tf.metrics';
}

/** All JavaScript files below a folder, in an order that does not change. */
export function javascriptBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => join(folder, name));
}
