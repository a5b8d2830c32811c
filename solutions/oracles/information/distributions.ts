import { argmax, softmax } from '../classification/rows';
import { scores } from '../classification/draw';
import { rowsOf } from '../classification/samples';
import type { Argument, Reference } from '../format';
import { mean, scalar, sum, tensor } from '../numbers';

/** One distribution, or its logarithms. */
export type Row = readonly number[];

/** A number from one distribution `p` and the logarithms of another. */
export type Divergence = (p: Row, logQ: Row) => number;

const weighted = (p: Row, of: (x: number, i: number) => number): number =>
  sum(p.map((x, i) => (x === 0 ? 0 : x * of(x, i))));

/** -Σ p log p in nats, where 0 log 0 is 0. */
export const entropyOf = (p: Row): number => weighted(p, (x) => -Math.log(x));

/** -Σ p log q in nats. */
export const crossEntropyOf: Divergence = (p, logQ) => weighted(p, (_x, i) => -(logQ[i] ?? NaN));

/** KL(p ‖ q) in nats. */
export const klOf: Divergence = (p, logQ) => weighted(p, (x, i) => Math.log(x) - (logQ[i] ?? NaN));

/** KL(q ‖ p), the other direction. */
export const swapped: Divergence = (p, logQ) => klOf(logQ.map(Math.exp), p.map(Math.log));

/** The mean of the divergences of two distributions from the one halfway between them. */
export const jensenShannon: Divergence = (p, logQ) => {
  const q = logQ.map(Math.exp);
  const halfway = p.map((x, i) => Math.log((x + (q[i] ?? NaN)) / 2));
  return (klOf(p, halfway) + klOf(q, halfway)) / 2;
};

/** The rows of two tables, paired. */
export function pairs(first: Argument | undefined, second: Argument | undefined): (readonly [Row, Row])[] {
  const others = rowsOf(tensor(second));
  return rowsOf(tensor(first)).map((row, i) => [row, others[i] ?? []]);
}

/** A scalar from all pairs of rows. */
export const ofPairs =
  (f: (all: readonly (readonly [Row, Row])[]) => number): Reference =>
  (first, second) =>
    scalar(f(pairs(first, second)));

/** The mean of a divergence over the rows of log q, the first argument, and p, the second. */
export const meanOfRows = (f: Divergence): Reference => ofPairs((all) => mean(all.map(([logQ, p]) => f(p, logQ))));

/** Logits far enough apart for a skewed distribution, where the two directions of KL differ. */
export const skewedLogits = (random: () => number, count: number, width: number): number[][] =>
  scores(random, count, width).map((row) => row.map((x) => Math.fround(1.5 * x)));

/** Distributions as float32 numbers. */
export const skewed = (random: () => number, count: number, width: number): number[][] =>
  skewedLogits(random, count, width).map((row) => softmax(row).map(Math.fround));

/** Two tables of logits; in the first row of the second the largest class differs from that of the first. */
export function twoTables(random: () => number, count: number, width: number): [number[][], number[][]] {
  const first = skewedLogits(random, count, width);
  const second = skewedLogits(random, count, width);
  const [a = [], b = []] = [first[0], second[0]];
  const best = argmax(b);
  const turned = argmax(a) === best ? b.map((_x, c) => b[(c + 1) % width] ?? NaN) : b;
  return [first, [turned, ...second.slice(1)]];
}
