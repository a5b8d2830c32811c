import { fromRows } from '../classification/samples';
import { between, shapes } from '../draw';
import type { Values } from '../format';

const pick = (random: () => number, count: number): number => Math.floor(random() * count);

/** What the product of label and score may be: beyond the margin, within it, or on the wrong side; never 0 or 1. */
const regions: readonly (readonly [label: 1 | -1, low: number, high: number])[] = [
  [1, 1.3, 3],
  [-1, 1.3, 3],
  [1, 0.2, 0.8],
  [-1, 0.2, 0.8],
  [1, -0.8, -0.2],
  [-1, -3, -1.3],
];

/** Scores and labels -1 or 1 in three shapes, each with every region. */
export function labelledScores(random: () => number): readonly (readonly [scores: Values, labels: Values])[] {
  return shapes(random).map((shape) => {
    const size = shape.reduce((product, n) => product * n, 1);
    const chosen = Array.from({ length: size }, (_, i) => regions[i] ?? regions[pick(random, regions.length)]);
    const labels = chosen.map((region) => region?.[0] ?? 1);
    const scores = chosen.map(([, low, high] = [1, 0, 0], i) =>
      Math.fround((labels[i] ?? 1) * between(random, low, high)),
    );
    return [
      { shape, data: scores },
      { shape, data: labels },
    ];
  });
}

/** How the true class stands to the others. */
type Standing = 'clear' | 'near' | 'behind' | 'last';

const standings: readonly Standing[] = ['last', 'clear', 'near', 'behind'];

/**
 * A row of class scores where the class stands as asked for: above every other by more than the margin, above them by less, above
 * some, or below all.
 */
export function standingRow(
  random: () => number,
  [width, y, margin]: readonly [width: number, y: number, margin: number],
  standing: Standing,
): number[] {
  const others = Array.from({ length: width - 1 }, (_, i) => between(random, -1.5, 1.5) + 0.01 * i);
  const sorted = [...others].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  const score = {
    clear: first + margin + between(random, 0.2, 0.9),
    near: first + margin * between(random, 0.3, 0.7),
    behind: (first + second) / 2,
    last: (sorted.at(-1) ?? 0) - between(random, 0.2, 0.9),
  }[standing];
  return [...others.slice(0, y), score, ...others.slice(y)].map(Math.fround);
}

/** Scores and classes of three sizes with a margin each, none of them 1; every standing is in each. */
export function classScores(
  random: () => number,
): readonly (readonly [scores: Values, classes: Values, margin: number])[] {
  const sizes = [
    [5, 3, 0.5],
    [4, 5 + pick(random, 2), 1.5],
    [7, 4, 2.25],
  ] as const;
  return sizes.map(([count, width, least]) => {
    const margin = least + Math.round(10 * between(random, 0, 0.3)) / 10;
    const start = pick(random, width);
    const y = Array.from({ length: count }, (_, i) => (start + 2 * i + Math.floor(i / 4)) % width);
    const rows = y.map((k, i) => standingRow(random, [width, k, margin], standings[i % standings.length] ?? 'last'));
    return [fromRows(rows), { shape: [count], data: y }, margin];
  });
}
