import { dot } from '../classification/rows';
import { between, shapes } from '../draw';
import type { Values } from '../format';
import { matrix, vector } from '../numbers';
import { minus, plus, times, unit, type Vector } from './vectors';

/** A number with one decimal, so that a student can copy it. */
const tenths = (random: () => number, low: number, high: number): number =>
  Math.round(10 * between(random, low, high)) / 10;

/** How far ahead of the other the right one is, in margins: by more, by less, behind, or neither; never 1. */
const leads: readonly (readonly [label: 1 | -1, low: number, high: number])[] = [
  [1, 1.3, 3],
  [-1, 1.3, 3],
  [1, 0.2, 0.8],
  [-1, 0.2, 0.8],
  [1, -0.8, -0.2],
  [-1, -3, -1.3],
  [-1, 0, 0],
];

/** Two tensors of scores, which of each pair is the higher, and a margin other than 1; every kind of pair is in each. */
export function rankedPairs(random: () => number): readonly (readonly [Values, Values, Values, number])[] {
  return shapes(random).map((shape, i) => {
    const least = [0.4, 0.9, 1.7][i] ?? NaN;
    const margin = tenths(random, least, least + 0.3);
    const size = shape.reduce((product, n) => product * n, 1);
    const chosen = Array.from({ length: size }, (_x, j) => leads[j] ?? leads[Math.floor(random() * leads.length)]);
    const labels = chosen.map((lead) => lead?.[0] ?? 1);
    const second = chosen.map(() => Math.fround(between(random, -2, 2)));
    const first = chosen.map(([label, low, high] = [1, 0, 0], j) =>
      Math.fround((second[j] ?? 0) + label * margin * between(random, low, high)),
    );
    return [{ shape, data: first }, { shape, data: second }, { shape, data: labels }, margin];
  });
}

/** Two tensors of scores and a factor other than 1. */
export function preferences(random: () => number): readonly (readonly [Values, Values, number])[] {
  return shapes(random).map((shape, i) => {
    const size = shape.reduce((product, n) => product * n, 1);
    const scores = (): Values => ({
      shape,
      data: Array.from({ length: size }, () => Math.fround(between(random, -3, 3))),
    });
    return [scores(), scores(), [0.5, 1.5, 2.5][i] ?? NaN];
  });
}

const sizes = [
  [5, 3],
  [4, 6],
  [7, 4],
] as const;

const vectorOf = (random: () => number, width: number): number[] =>
  Array.from({ length: width }, () => between(random, -1, 1));

/** A direction at right angles to one. */
function across(random: () => number, to: Vector): number[] {
  const any = vectorOf(random, to.length);
  return unit(minus(any, times(dot(any, to), to)));
}

/** A direction that makes this cosine with another. */
const turned = (random: () => number, from: Vector, cosine: number): number[] =>
  plus(times(cosine, from), times(Math.sqrt(1 - cosine * cosine), across(random, from)));

/** Where the negative is: how many margins farther than the positive, and its direction's cosine with that of the positive. */
const places = [
  [0.3, 0.9],
  [1.8, 0.2],
  [0.85, -0.8],
  [-0.5, 0.3],
] as const;

/** Anchors, positives, negatives and a margin; some triplets apart by the margin, some by less, some the wrong way round. */
export function triplets(random: () => number): readonly (readonly [Values, Values, Values, number])[] {
  return sizes.map(([count, width], i) => {
    const margin = tenths(random, 0.4 + i / 2, 0.7 + i / 2);
    const rows = Array.from({ length: count }, (_x, j) => {
      const [lead, cosine] = places[j % places.length] ?? [0, 0];
      const near = margin * between(random, 0.8, 1.5);
      const anchor = times(2, vectorOf(random, width));
      const direction = unit(vectorOf(random, width));
      const far = near + margin * (lead + between(random, -0.1, 0.1));
      return [
        anchor,
        plus(anchor, times(near, direction)),
        plus(anchor, times(far, turned(random, direction, cosine))),
      ] as const;
    });
    return [matrix(rows.map(([a]) => a)), matrix(rows.map(([, p]) => p)), matrix(rows.map(([, , n]) => n)), margin];
  });
}

/** Whether a pair is alike, and its cosine in halves of the margin. */
const kinds = [
  [1, 3],
  [-1, 0.5],
  [1, -1.5],
  [-1, 3.2],
  [-1, -1.2],
] as const;

/** Pairs of vectors of other lengths than 1, whether they are alike, and a margin; every kind of pair is in each. */
export function directedPairs(random: () => number): readonly (readonly [Values, Values, Values, number])[] {
  return sizes.map(([least, width], i) => {
    const count = Math.max(least, kinds.length);
    const margin = [0.2, 0.3, 0.4][i] ?? NaN;
    const chosen = Array.from({ length: count }, (_x, j) => kinds[j % kinds.length] ?? [1, 0]);
    const rows = chosen.map(([, halves]) => {
      const direction = unit(vectorOf(random, width));
      const cosine = (margin / 2) * halves * between(random, 0.9, 1.2);
      return [
        times(between(random, 0.4, 3), direction),
        times(between(random, 0.4, 3), turned(random, direction, cosine)),
      ] as const;
    });
    return [matrix(rows.map(([a]) => a)), matrix(rows.map(([, b]) => b)), vector(...chosen.map(([y]) => y)), margin];
  });
}

/** Queries, of each its positive, not quite in its direction and of another length, and a temperature other than 1. */
export function queries(random: () => number): readonly (readonly [Values, Values, number])[] {
  return sizes.map(([count, width], i) => {
    const rows = Array.from({ length: count }, () => {
      const direction = unit(vectorOf(random, width));
      return [
        times(between(random, 0.5, 2), direction),
        times(between(random, 0.5, 2), turned(random, direction, between(random, 0.3, 0.9))),
      ] as const;
    });
    return [matrix(rows.map(([q]) => q)), matrix(rows.map(([, k]) => k)), [0.3, 0.5, 0.7][i] ?? NaN];
  });
}
