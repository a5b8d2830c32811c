import { completed } from '../core/options';
import type { TensorLike } from '../core/tensors';
import { labels } from './labels';

const averages = ['none', 'macro', 'micro'] as const;

/** What becomes of the scores of the classes. */
export type Average = (typeof averages)[number];

/** What a score of classes returns: a number, but with `'none'` one for each class. */
export type Averaged<A extends Average> = A extends 'none' ? number[] : number;

export interface ClassScoreOptions<A extends Average = Average> {
  /** `'none'` keeps each class's score; `'macro'` (default) is their mean; `'micro'` counts all classes together. */
  average?: A | undefined;
  /** How many classes there are; by default as many as `prediction` has scores, or else as the labels need. */
  classes?: number | undefined;
  /** The score where there is nothing to divide by: 0 (default), 1, or NaN, which the macro mean leaves out. */
  zeroDivision?: number | undefined;
}

/** One class, counted. */
export interface Tally {
  /** Elements of the class for which it was predicted. */
  hits: number;
  /** Elements for which it was predicted. */
  predicted: number;
  /** Elements of the class. */
  actual: number;
}

/** A score that is a fraction of counts, such as hits / predicted. */
export type Fraction = (tally: Tally) => [numerator: number, denominator: number];

/** The fraction of each class, averaged. */
export function classScore<A extends Average>(
  metric: string,
  prediction: TensorLike,
  target: TensorLike,
  options: ClassScoreOptions<A>,
  fraction: Fraction,
): Averaged<A> {
  const defaults = { average: 'macro' as Average, classes: undefined, zeroDivision: 0 };
  const { average, classes, zeroDivision } = completed(metric, options, defaults);
  if (!averages.includes(average)) {
    throw new RangeError(`${metric}: average must be ${averages.join(', ')}, got '${average}'`);
  }
  if (![0, 1, NaN].includes(zeroDivision)) {
    throw new RangeError(`${metric}: zeroDivision must be 0, 1 or NaN, got ${zeroDivision}`);
  }
  const fractions = tally(metric, prediction, target, classes).map(fraction);
  const divide = (numerator: number, denominator: number) =>
    denominator === 0 ? zeroDivision : numerator / denominator;
  const scores = fractions.map(([numerator, denominator]) => divide(numerator, denominator));
  switch (average) {
    case 'none':
      return scores as Averaged<A>;
    case 'macro':
      return mean(scores.filter((score) => !Number.isNaN(score))) as Averaged<A>;
    case 'micro':
      return divide(sum(fractions.map(([numerator]) => numerator)), sum(fractions.map(([, d]) => d))) as Averaged<A>;
  }
}

function tally(metric: string, prediction: TensorLike, target: TensorLike, classes?: number): Tally[] {
  const { predicted, actual, count } = labels(metric, prediction, target, classes);
  const tallies = Array.from({ length: count }, () => ({ hits: 0, predicted: 0, actual: 0 }));
  predicted.forEach((label, i) => {
    const [said, is] = [tallies[label], tallies[actual[i] ?? NaN]];
    if (!said || !is) return; // labels are below count
    said.predicted++;
    is.actual++;
    if (said === is) is.hits++;
  });
  return tallies;
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: number[]) => sum(numbers) / numbers.length;
