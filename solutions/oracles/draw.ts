import type { Values } from './format';

/** A number drawn evenly from low to high. */
export const between = (random: () => number, low: number, high: number): number => low + (high - low) * random();

/** Where a case's errors lie: some of each region, so that every mistake of a piecewise loss shows. */
export interface ErrorRegions {
  /** Small errors lie within this of 0, large ones beyond it. */
  readonly threshold: number;
}

/**
 * A prediction and its target, float32 numbers. The first errors are 0, small of both signs, large of both signs; the rest are
 * drawn. No error has modulus 1, where |d| and d² agree.
 */
export function pair(
  random: () => number,
  shape: readonly number[],
  { threshold }: ErrorRegions = { threshold: 1 },
): [input: Values, target: Values] {
  const size = shape.reduce((product, n) => product * n, 1);
  const small = (): number => between(random, 0.2, 0.8) * threshold;
  const large = (): number => between(random, 1.3, 4) * threshold;
  const regions = [() => 0, () => large(), () => -small(), () => small(), () => -large()];
  const drift = between(random, 0.1, 0.6) * threshold * (random() < 0.5 ? -1 : 1);
  const target: number[] = [];
  const input: number[] = [];
  for (let i = 0; i < size; i++) {
    const region = regions[i];
    const d = region ? region() : drift + between(random, -2.5, 2.5) * threshold;
    const t = Math.fround(Math.round(between(random, -5, 5) * 16) / 16 || 1);
    target.push(t);
    input.push(Math.fround(t + d));
  }
  return [
    { shape: [...shape], data: input },
    { shape: [...shape], data: target },
  ];
}

/** Three shapes with different sizes and numbers of axes, none with two rows, where ½Σ and Σ/rows agree. */
export function shapes(random: () => number): readonly (readonly number[])[] {
  const among = (...choices: number[]): number => choices[Math.floor(random() * choices.length)] ?? 5;
  return [[among(7, 9, 11)], [among(3, 4, 5), among(6, 7)], [3, among(4, 5), among(6, 7)]];
}
