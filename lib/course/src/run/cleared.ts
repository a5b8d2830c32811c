import type { Notebook } from '../notebook/notebook';

/** Without outputs and counts, so that a cell that the kernel skips does not pass for one that ran. */
export function cleared(notebook: Notebook): Notebook {
  return { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell, outputs: [], executionCount: null })) };
}
