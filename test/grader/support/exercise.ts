import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../../..');

/** A cell as a notebook file has it. */
export interface CellFile {
  cell_type: string;
  id: string;
  metadata: {
    nbgrader?: { grade_id: string; grade: boolean; solution: boolean; locked: boolean };
    tags?: readonly string[];
  };
  source: string | string[];
}

export interface NotebookFile {
  cells: CellFile[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

export type Change = (notebook: NotebookFile) => void;

/** The master of exercise 01: it has full marks. */
export function master(language: 'pt' | 'es' = 'pt'): NotebookFile {
  return read(join(root, 'solutions', language, '01-regression.ipynb'));
}

/** Exercise 01 as it was handed out. */
export function handedOut(language: 'pt' | 'es' = 'pt'): NotebookFile {
  return read(join(root, 'exercises', language, '01-regression.ipynb'));
}

/** A notebook with changes made to it, as text. */
export function changed(notebook: NotebookFile, ...changes: readonly Change[]): string {
  for (const change of changes) change(notebook);
  return JSON.stringify(notebook);
}

/** Writes another source into an answer cell. */
export function answering(gradeId: string, source: string): Change {
  return (notebook) => {
    cellOf(notebook, gradeId).source = source;
  };
}

/** Adds a cell of the student's own before the cell with this grade_id. */
export function adding(gradeId: string, source: string): Change {
  return (notebook) => {
    const at = notebook.cells.indexOf(cellOf(notebook, gradeId));
    notebook.cells.splice(at, 0, { cell_type: 'code', id: `own-${at}`, metadata: {}, source });
  };
}

export function deleting(gradeId: string): Change {
  return (notebook) => {
    notebook.cells.splice(notebook.cells.indexOf(cellOf(notebook, gradeId)), 1);
  };
}

export function cellOf(notebook: NotebookFile, gradeId: string): CellFile {
  const cell = notebook.cells.find(({ metadata }) => metadata.nbgrader?.grade_id === gradeId);
  if (cell === undefined) throw new Error(`no cell ${gradeId}`);
  return cell;
}

/** Right answers, written otherwise than the master's where a test needs a part of them. */
export const right = {
  mseGrad: `function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => input.sub(target).mul(2 / input.size));
}`,
};

/** An answer cell of item mse in which mse has this body and mseGrad is right. */
export function mseWith(body: string): Change {
  const mse = `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {\n${body}\n}`;
  return answering('mse', `${mse}\n${right.mseGrad}`);
}

function read(path: string): NotebookFile {
  return JSON.parse(readFileSync(path, 'utf8')) as NotebookFile;
}
