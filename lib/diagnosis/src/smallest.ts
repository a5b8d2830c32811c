import { close, closeNumbers, float32Tolerance, sameShape } from './close';
import type { Observation } from './values';

/** The wrong case with the fewest numbers in its arguments, and the first wrong element there. */
export interface Counterexample {
  readonly case: number;
  readonly at?: number;
}

/** The smallest case that shows that the answers are wrong; nothing when all are right. */
export function smallestCounterexample(observations: readonly Observation[]): Counterexample | undefined {
  const wrong = observations
    .map((observation, index) => ({ observation, index, size: sizeOf(observation) }))
    .filter(({ observation }) => !isRight(observation))
    .sort((a, b) => a.size - b.size);
  const [smallest] = wrong;
  if (smallest === undefined) return undefined;
  const at = firstWrongElement(smallest.observation);
  return at === undefined ? { case: smallest.index } : { case: smallest.index, at };
}

export function isRight({ args, got, expected }: Observation): boolean {
  return close(got, expected, float32Tolerance(expected, args));
}

function sizeOf({ args }: Observation): number {
  return args.reduce<number>((sum, arg) => sum + (typeof arg === 'number' ? 1 : arg.data.length), 0);
}

function firstWrongElement({ args, got, expected }: Observation): number | undefined {
  if (expected.shape.length === 0 || !sameShape(got, expected)) return undefined;
  const tolerance = float32Tolerance(expected, args);
  const at = expected.data.findIndex((right, i) => !closeNumbers(got.data[i], right, tolerance));
  return at === -1 ? undefined : at;
}
