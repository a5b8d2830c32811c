import type { Stop } from '../sandbox/sandboxProcess';
import type { Outcome, Thrown } from '../sandbox/reply';

/** How an answer came to nothing, worst first: a submission has the status of its worst. */
export const hitStatuses = ['timeout', 'crashed', 'not-executed'] as const;

export type HitStatus = (typeof hitStatuses)[number];

/** A type error in a cell, where the compiler found it. */
export interface TypeFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The student's own line. */
  readonly text: string;
}

/** Why there is nothing to judge; the words are in report/hitWords. */
export type Hit =
  | { readonly why: 'answer-missing' }
  | { readonly why: 'function-missing'; readonly name: string }
  | { readonly why: 'type-error'; readonly cell: number; readonly fault: TypeFault }
  | { readonly why: 'types-stopped'; readonly cell: number }
  | { readonly why: 'cell-threw'; readonly cell: number; readonly error: Thrown }
  | { readonly why: 'cell-stopped'; readonly cell: number; readonly stop: Stop }
  | { readonly why: 'call-threw'; readonly name: string; readonly error: Thrown }
  | { readonly why: 'no-tensor'; readonly name: string; readonly what: string }
  | { readonly why: 'call-stopped'; readonly name: string; readonly stop: Stop }
  | { readonly why: 'given-up' };

export function statusOfHit(hit: Hit): HitStatus {
  switch (hit.why) {
    case 'types-stopped':
      return 'timeout';
    case 'cell-stopped':
    case 'call-stopped':
      return hit.stop === 'cpu' || hit.stop === 'wall' ? 'timeout' : 'crashed';
    case 'given-up':
      return 'crashed';
    default:
      return 'not-executed';
  }
}

/** What running a submission gave for one function: outcomes of the ordinary and then the extreme cases, or a hit. */
export type FunctionRun = { readonly outcomes: readonly Outcome[] } | { readonly hit: Hit };

/** How a cell that ran not or not to its end came to that, for the report. */
export interface CellFailure {
  readonly cell: number;
  readonly hit: Hit;
}

/** What running a submission gave. */
export interface Run {
  /** By item, then by function. */
  readonly functions: ReadonlyMap<string, ReadonlyMap<string, FunctionRun>>;
  readonly failures: readonly CellFailure[];
  /** What the cells printed, cut. */
  readonly output: string;
}
