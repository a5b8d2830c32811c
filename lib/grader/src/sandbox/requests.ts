/** Before its first request a worker gets so many tokens of so many bytes; `worker/ledger.ts` says what for. */
export const tokenCount = 256;
export const tokenBytes = 16;

/** What the grader asks of the worker in the sandbox. Each request bears a number that nobody can guess. */
export type Request =
  | { readonly do: 'start' }
  | {
      readonly do: 'run';
      readonly filename: string;
      readonly javascript: string;
      readonly awaits: boolean;
      readonly lastExpression?: string;
    }
  /** Whether everything that was made since the last such question is freed: for yes, a token. */
  | { readonly do: 'count' }
  | { readonly do: 'take'; readonly item: string; readonly names: readonly string[] }
  | {
      readonly do: 'call';
      readonly item: string;
      readonly name: string;
      readonly cases: readonly (readonly WireArgument[])[];
    };

/** A tensor on the wire: float32 numbers in little-endian order, in base64. */
export interface WireTensor {
  readonly shape: readonly number[];
  readonly data: string;
}

export type WireArgument = WireTensor | number;
