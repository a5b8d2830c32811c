import type { CellScope } from './cell-scope';

/** How a message may name a declaration of a cell: by the file that the cell is taken to be. */
const DECLARATION = /import\("[^"]*\/~cell(?:-([0-9a-f]{16}))?"\)\.([\p{ID_Continue}$]+)/gu;

const FILE = /(['"]{0,2})[^'"\s]*~cell(?:-([0-9a-f]{16}))?(?:\.d)?(?:\.tsx?)?\1/g;

/**
 * A text of TypeScript's without the files that cells are taken to be, which are no concern of the reader: two classes of the same
 * name, from different cells, are told apart by their cells.
 */
export function namingCells(text: string, { modules }: CellScope): string {
  if (!text.includes('~cell')) return text;
  const nameOf = (module: string | undefined): string =>
    module === undefined ? 'this cell' : (modules.get(module)?.name ?? 'an earlier cell');
  return text
    .replace(DECLARATION, (_, module: string | undefined, name: string) => `${name} (${nameOf(module)})`)
    .replace(FILE, (_, __, module: string | undefined) => nameOf(module));
}

/** A type as the reader would write it, without its cell. */
export function withoutCells(text: string): string {
  return text.replace(DECLARATION, '$2');
}
