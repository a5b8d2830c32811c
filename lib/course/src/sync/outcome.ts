import type { Problem } from '../notebook/problem';

/** What a sync did to a pair of notebooks, in words, and what it leaves to its author. */
export interface Outcome {
  readonly done: readonly string[];
  readonly problems: readonly Problem[];
}

export function together(outcomes: readonly Outcome[]): Outcome {
  return {
    done: outcomes.flatMap(({ done }) => done),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}
