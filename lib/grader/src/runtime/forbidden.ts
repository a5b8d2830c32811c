import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an oracle forbids, sorted by the library that it is taken out of. */
export interface Forbidden {
  /** Files of `lossbook` that are replaced as a whole, since each holds one loss. */
  readonly lossbookFiles: ReadonlySet<string>;
  /** Whether TensorFlow.js is given without its losses, and without the layers and metrics that bring them again. */
  readonly tfLosses: boolean;
}

/**
 * Finds where the forbidden names are.
 * @param names as an oracle has them: `lossbook.<name>`, `tf.losses`, `tf.metrics`
 * @param lossbook the folder of the compiled library
 * @throws Error for a name that is nowhere, which is a mistake of the oracle
 */
export function locateForbidden(names: readonly string[], lossbook: string): Forbidden {
  const files = javascriptBelow(lossbook).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const lossbookFiles = new Set<string>();
  for (const name of names.filter((name) => !isOfTensorFlow(name))) {
    const own = /^lossbook\.(\w+)$/.exec(name)?.[1];
    const homes = files.filter(({ text }) => own !== undefined && text.includes(`\nexports.${own} = ${own};`));
    if (homes.length === 0) throw new Error(`An oracle forbids ${name}, which lossbook does not have.`);
    for (const { path } of homes) lossbookFiles.add(path);
  }
  return { lossbookFiles, tfLosses: names.some(isOfTensorFlow) };
}

function isOfTensorFlow(name: string): boolean {
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
