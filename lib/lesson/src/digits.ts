import { datasetLines } from './datasetLines';

/** One handwritten digit. */
export interface Digit {
  /** Its line in the file, counted from 1. */
  readonly line: number;
  /** 8 rows of 8, from the top left: how much ink, from 0 to 16. */
  readonly pixels: readonly number[];
  /** What was written, 0 to 9. */
  readonly digit: number;
}

/**
 * The 1797 handwritten digits of UCI's test set (CC BY 4.0; see `datasets/digits/README.md`), in the file's order.
 *
 * @throws Error when the file is missing or a line has not 65 numbers
 */
export function digits(): Digit[] {
  return datasetLines('digits').map((text, i) => {
    const numbers = text.split(',').map(Number);
    const digit = numbers[64];
    if (digit === undefined || numbers.length !== 65) throw new Error(`digits.csv, line ${i + 1}: not 65 numbers`);
    return { line: i + 1, pixels: numbers.slice(0, 64), digit };
  });
}
