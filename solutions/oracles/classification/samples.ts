import type { Argument, Mistake, Reference, Values } from '../format';
import { scalar, sum, tensor } from '../numbers';

/** Class scores, a row a sample, and the class of each. */
export interface Samples {
  readonly rows: readonly (readonly number[])[];
  readonly y: readonly number[];
}

/** The class index of a sample that does not count. */
export const ignored = -100;

export function rowsOf({ shape, data }: Values): number[][] {
  const [count = 0, width = 0] = shape;
  return Array.from({ length: count }, (_, i) => data.slice(i * width, (i + 1) * width));
}

export const fromRows = (rows: readonly (readonly number[])[]): Values => ({
  shape: [rows.length, rows[0]?.length ?? 0],
  data: rows.flat(),
});

export function samples(scores: Argument | undefined, classes: Argument | undefined): Samples {
  return { rows: rowsOf(tensor(scores)), y: tensor(classes).data };
}

/** The samples that count. */
export function counted({ rows, y }: Samples): Samples {
  const kept = y.flatMap((label, i) => (label === ignored ? [] : [i]));
  return { rows: kept.map((i) => rows[i] ?? []), y: kept.map((i) => y[i] ?? NaN) };
}

/** A loss of one sample, from its scores and class. */
export type SampleLoss = (row: readonly number[], y: number) => number;

export const losses = ({ rows, y }: Samples, f: SampleLoss): number[] => rows.map((row, i) => f(row, y[i] ?? NaN));

/** A scalar from all samples that count. */
export const ofSamples =
  (f: (all: Samples) => number): Reference =>
  (scores, classes) =>
    scalar(f(counted(samples(scores, classes))));

/** The mean of a sample's loss. */
export const meanOfSamples = (f: SampleLoss): Reference => ofSamples((all) => sum(losses(all, f)) / all.y.length);

/** Mistakes as a table: id, family, formula. */
export const mistakes = <F>(of: (f: F) => Reference, rows: readonly (readonly [string, string, F])[]): Mistake[] =>
  rows.map(([id, family, formula]) => ({ id, family, of: of(formula) }));
