import { between } from '../draw';
import type { Values } from '../format';
import { matrix, vector } from '../numbers';
import { argmax } from './rows';
import { fromRows, ignored } from './samples';

const among = (random: () => number, ...choices: number[]): number =>
  choices[Math.floor(random() * choices.length)] ?? 3;

/** Numbers of samples and classes: all different, none 2. */
export function sizes(random: () => number): readonly (readonly [samples: number, classes: number])[] {
  return [
    [5, 3],
    [among(random, 6, 7), 4],
    [4, among(random, 5, 6)],
  ];
}

/**
 * Class scores of both signs. Each row has its own offset, so that a softmax over more than the row shows, and no two scores of
 * a row lie close together.
 */
export function scores(random: () => number, count: number, width: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const offset = (i % 2 === 0 ? 1 : -1) * between(random, 0.3, 1.2);
    const steps = shuffled(
      random,
      Array.from({ length: width }, (_c, c) => c),
    );
    const spread = 3 / (width - 1);
    return steps.map((step) => Math.fround(offset + spread * (step + between(random, -0.3, 0.3)) - 1.5));
  });
}

/**
 * A class for each row: the first is the row's largest score, the second its smallest, the others drawn; every class is there if
 * the rows suffice. Returned as float32 numbers, which is how a function gets them.
 */
export function classesOf(random: () => number, rows: readonly (readonly number[])[]): number[] {
  const width = rows[0]?.length ?? 1;
  const drawn = rows.map((row, i) => {
    if (i === 0) return argmax(row);
    if (i === 1) return argmax(row.map((x) => -x));
    return (i + Math.floor(random() * width)) % width;
  });
  const missing = Array.from({ length: width }, (_, c) => c).filter((c) => !drawn.includes(c));
  return drawn.map((label, i) => (i >= 2 ? (missing.pop() ?? label) : label));
}

export const labelled = (rows: readonly (readonly number[])[], y: readonly number[]): [Values, Values] => [
  fromRows(rows),
  { shape: [y.length], data: y },
];

/** The same classes with one sample that does not count, never one of the first two. */
export function withIgnored(random: () => number, y: readonly number[]): number[] {
  const hidden = 2 + Math.floor(random() * (y.length - 2));
  return y.map((label, i) => (i === hidden ? ignored : label));
}

function shuffled(random: () => number, list: number[]): number[] {
  const rest = [...list];
  return list.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] ?? 0);
}

/** Public cases of logits and classes: one sample; and five, some of them right. */
export const publicSamples: readonly (readonly [logits: Values, classes: Values])[] = [
  [matrix([[2, -1, 0.5]]), vector(0)],
  [
    matrix([
      [2, -1, 0.5],
      [0.1, 0.2, -0.3],
      [-1.5, 0.3, 1.2],
      [0.4, 1.1, -0.6],
      [1, 2, 4],
    ]),
    vector(0, 2, 1, 2, 1),
  ],
];
