import { sorted, type JsonObject } from './json';
import type { Cell, Notebook } from './notebook';

/** The text of an .ipynb file, byte for byte as JupyterLab saves it: sorted keys, one space, lists of lines. */
export function printNotebook(notebook: Notebook): string {
  const json: JsonObject = {
    cells: notebook.cells.map(cellJson),
    metadata: notebook.metadata,
    nbformat: notebook.format.major,
    nbformat_minor: notebook.format.minor,
  };
  return `${JSON.stringify(sorted(json), null, 1)}\n`;
}

function cellJson(cell: Cell): JsonObject {
  return {
    cell_type: cell.type,
    id: cell.id,
    metadata: cell.metadata,
    source: lines(cell.source),
    ...(cell.attachments === undefined ? {} : { attachments: cell.attachments }),
    ...(cell.type === 'code' ? { execution_count: cell.executionCount, outputs: cell.outputs } : {}),
  };
}

/** The lines of a text, each with its line end. */
export function lines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
