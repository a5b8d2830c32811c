import { createHash } from 'node:crypto';
import type { Step } from '../read/step';
import type { Limits } from '../sandbox/limits';
import type { WireArgument } from '../sandbox/requests';

/** A function to call, with its cases. */
export interface Wanted {
  readonly item: string;
  readonly name: string;
  readonly cases: readonly (readonly WireArgument[])[];
}

/**
 * All that running a submission depends on, and nothing of what is right: neither the seed, nor an oracle, nor the student's
 * name. It is JSON, so another machine can run it.
 */
export interface RunJob {
  readonly version: 1;
  readonly steps: readonly Step[];
  /** Items whose answer cell is gone. */
  readonly withoutAnswer: readonly string[];
  readonly wanted: readonly Wanted[];
  /** What the runtime folder is built without; its hash must then be `runtime`. */
  readonly forbidden: readonly string[];
  readonly runtime: string;
  /** Of what else a run depends on: Node.js, and the code that turns cells into JavaScript. */
  readonly versions: Readonly<Record<string, string>>;
  /** Whether it must run in a sandbox, whichever; what ran without one is never taken for what ran in one. */
  readonly isolated: boolean;
  readonly limits: Limits;
}

/** Names a job by its content: the same hash means the same result. */
export function contentHash(job: RunJob): string {
  return createHash('sha256').update(canonical(job)).digest('hex');
}

/** JSON whose fields are in the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
