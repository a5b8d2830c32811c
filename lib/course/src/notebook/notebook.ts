import type { JsonObject } from './json';

export type Language = 'pt' | 'es';
export const languages: readonly Language[] = ['pt', 'es'];

export type CellType = 'code' | 'markdown' | 'raw';

/** One output of a code cell, as nbformat has it. */
export interface Output extends JsonObject {
  output_type: string;
}

/** A cell of a notebook in nbformat 4.5, its source as one string. */
export interface Cell {
  readonly id: string;
  readonly type: CellType;
  metadata: JsonObject;
  source: string;
  outputs: Output[];
  executionCount: number | null;
  attachments?: JsonObject;
}

export interface Notebook {
  cells: Cell[];
  metadata: JsonObject;
  readonly format: { readonly major: number; readonly minor: number };
}
