/**
 * Drops from a cell's declarations the variables of earlier cells that it mentioned, unless a type needs them. Otherwise each cell
 * would refer to all cells before it.
 */
export function pruneDeclarations(text: string): string {
  return text.replace(FROM_EARLIER_CELL, (line, name: string) => {
    const mentions = text.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length - 1;
    // The line itself mentions the name twice.
    return mentions > 2 ? line : '';
  });
}

const FROM_EARLIER_CELL =
  /^(?:export )?declare (?:const|let|var) ([\w$\u0080-\uffff]+): typeof import\("\.\/~cell-[0-9a-f]{16}"\)\.\1;\n/gm;
