import type { Converted, Declarations } from 'lossbook-kernel';

/** A cell and what those before it declared. */
export interface Unconverted {
  readonly previous: Declarations;
  readonly source: string;
}

/** What the grader asks of the process that converts cells. Cells that come together know nothing of each other. */
export interface ConvertRequest {
  readonly call: number;
  readonly cells: readonly Unconverted[];
}

/** An answer: one for each cell, in any order. The first of all, `ready`, says that the compiler is loaded. */
export type ConvertReply =
  | { readonly ready: true }
  | { readonly call: number; readonly place: number; readonly converted: Converted }
  /** Its cell has to be asked for alone. */
  | { readonly call: number; readonly place: number; readonly alone: true }
  | { readonly call: number; readonly failed: string };
