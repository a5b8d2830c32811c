import { between } from '../draw';
import { rowsOf } from '../classification/samples';
import type { Argument, Reference, Values } from '../format';
import { mean, scalar, sum, tensor } from '../numbers';

/** An observation and what was predicted of it: the mean and the logarithm of the variance. */
export interface Observed {
  readonly m: number;
  readonly s: number;
  readonly y: number;
}

/** A number from all observations. */
export type OfAll = (all: readonly Observed[]) => number;

export const halfLog2Pi = Math.log(2 * Math.PI) / 2;

/** The error of an observation. */
export const error = ({ m, y }: Observed): number => y - m;

/** ½(s + d² e^-s), the negative log-density without its constant. */
export const cost = (one: Observed): number => (one.s + error(one) ** 2 * Math.exp(-one.s)) / 2;

export const meanOf =
  (f: (one: Observed) => number): OfAll =>
  (all) =>
    mean(all.map(f));

export const sumOf =
  (f: (one: Observed) => number): OfAll =>
  (all) =>
    sum(all.map(f));

/** What a table of predictions [N, 2], mean and log-variance, says of targets [N]. */
export const observed = (prediction: Argument | undefined, target: Argument | undefined): Observed[] =>
  rowsOf(tensor(prediction)).map(([m = NaN, s = NaN], i) => ({ m, s, y: tensor(target).data[i] ?? NaN }));

/** A number from such a table and its targets. */
export const ofTable =
  (f: OfAll): Reference =>
  (prediction, target) =>
    scalar(f(observed(prediction, target)));

/** What broadcasting makes of a column and a row, each with a part of the observations: every one of these with every one of those. */
export const pairedOff = (
  all: readonly Observed[],
  meet: (one: Observed, other: Observed) => Observed,
): readonly Observed[] => all.flatMap((one) => all.map((other) => meet(one, other)));

/** Every mean with every observation: what [N] and [N, 1] make of each other. */
export const crossed = (all: readonly Observed[]): readonly Observed[] =>
  pairedOff(all, ({ y }, { m, s }) => ({ m, s, y }));

/**
 * Observations of a size. The first is met exactly, the next errors are large and small of both signs; no log-variance is near
 * 0, where mistakes of its sign or power hide, and both signs are there.
 */
export function drawn(random: () => number, count: number): Observed[] {
  const regions = [
    () => 0,
    () => between(random, 1.4, 2.5),
    () => -between(random, 0.3, 0.7),
    () => -between(random, 1.3, 2.2),
  ];
  return Array.from({ length: count }, (_, i) => {
    const m = Math.fround(between(random, -2, 2));
    const s = Math.fround(i % 3 === 1 ? -between(random, 0.3, 0.9) : between(random, 0.4, 1.4));
    const d = regions[i]?.() ?? between(random, -2, 2);
    return { m, s, y: Math.fround(m + d) };
  });
}

/** [N, 2]: means and log-variances, as a network gives them. */
export const predictions = (all: readonly Observed[]): Values => ({
  shape: [all.length, 2],
  data: all.flatMap(({ m, s }) => [m, s]),
});

/** [N]. */
export const targets = (all: readonly Observed[]): Values => ({ shape: [all.length], data: all.map(({ y }) => y) });
