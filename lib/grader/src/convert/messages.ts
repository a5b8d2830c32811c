import type { Converted, Declarations } from 'lossbook-kernel';

/** What the grader asks of the process that converts cells. */
export interface ConvertRequest {
  readonly call: number;
  readonly previous: Declarations;
  readonly source: string;
}

/** Its answer; the first, `ready`, says that the compiler is loaded. */
export type ConvertReply =
  | { readonly ready: true }
  | { readonly call: number; readonly converted: Converted }
  | { readonly call: number; readonly failed: string };
