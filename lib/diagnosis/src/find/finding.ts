import type { Observation } from '../values';
import type { Context, Kind, Sentence } from '../verdict';

/** What one step of the procedure found out about a wrong answer. */
export interface Finding {
  readonly kind: Kind;
  readonly ids: readonly string[];
  readonly families: readonly string[];
  /** The families are of two mistakes at once, not two words for one. */
  readonly areTwo?: boolean;
  /** The question that ends the sentence; when absent, the one of the first family. */
  readonly hint?: Sentence;
}

/** One step of the procedure: looks at all cases, at least one of which is wrong, and explains all of them or nothing. */
export type Step = (observations: readonly Observation[], context: Context) => Finding | undefined;
