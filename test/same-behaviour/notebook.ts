/** A tensor as plain numbers, or a plain number. */
export type Input = number | { readonly shape: readonly number[]; readonly data: readonly number[] };

/** A function that a notebook defines, and what it is called with. */
export interface Call {
  readonly name: string;
  readonly cases: readonly (readonly Input[])[];
}

/** Cells in the order in which they run, then calls of what they define. */
export interface Notebook {
  readonly name: string;
  /** A cell, or the place at which the functions of these calls are taken, as a test cell does. */
  readonly steps: readonly (string | { readonly take: readonly string[] })[];
  readonly calls: readonly Call[];
}

/** What a function gave for one case. Numbers are those of float32, and `nothing` is a function that is not there. */
export type Given =
  | { readonly shape: readonly number[]; readonly data: readonly string[] }
  | { readonly threw: string }
  | { readonly other: string }
  | 'nothing';

/** What running a notebook gave, one way or the other. */
export interface Behaviour {
  /** By function, what it gave for each case. */
  readonly given: Readonly<Record<string, readonly Given[]>>;
  /** By place of the cell among the cells, from 0: how it failed. A type error is told as such, without its words. */
  readonly failed: Readonly<Record<number, string>>;
  /** What the cells printed to stdout. */
  readonly printed: string;
}

/** A float32 as text, so that -0, NaN and infinities are told apart. */
export function told(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}
