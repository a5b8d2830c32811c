import type { TensorLike } from '../core/tensors';
import { numbers } from '../core/tensors';
import { atOnce } from './atOnce';

/** The lengths of `count` sequences: whole numbers, none negative or above `most`. */
export function lengthsOf(
  name: string,
  value: TensorLike | undefined,
  { count, most = Infinity }: { count: number; most?: number },
): number[] {
  if (value === undefined) {
    throw new TypeError(`ctcLoss: the option ${name} is missing; it has no default`);
  }
  const lengths = read(name, value).data;
  if (lengths.length !== count) {
    throw new RangeError(`ctcLoss: ${name} has ${lengths.length} numbers; logProbs has ${count} sequences`);
  }
  lengths.forEach((length, n) => {
    if (!(Number.isInteger(length) && length >= 0 && length <= most)) {
      const range = most === Infinity ? 'a whole number from 0 on' : `in 0…${most}`;
      throw new RangeError(`ctcLoss: ${name} ${length} at [${n}] is not ${range}`);
    }
  });
  return lengths;
}

/** The labels of each target, without padding. */
export function labelsOf(
  value: TensorLike,
  lengths: number[],
  { classes, blank }: { classes: number; blank: number },
): number[][] {
  const { data, shape } = read('targets', value);
  const [first = 0, width = 0] = shape;
  const padded = shape.length === 2;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (padded ? first !== lengths.length : shape.length !== 1 || first !== total) {
    throw new RangeError(
      `ctcLoss: targets has shape [${String(shape)}]; ` +
        `it must be [${lengths.length},S] or, one target after the other, [${total}]`,
    );
  }
  let start = 0;
  return lengths.map((length, n) => {
    if (padded && length > width) {
      throw new RangeError(`ctcLoss: targetLengths ${length} at [${n}] is not in 0…${width}`);
    }
    const from = padded ? n * width : start;
    start += length;
    return data.slice(from, from + length).map((label, i) => {
      const where = padded ? `[${n},${i}]` : `[${from + i}]`;
      if (!(Number.isInteger(label) && label >= 0 && label < classes)) {
        throw new RangeError(`ctcLoss: target ${label} at ${where} is not in 0…${classes - 1}`);
      }
      if (label === blank) {
        throw new RangeError(`ctcLoss: target ${label} at ${where} is the blank, which stands for no label`);
      }
      return label;
    });
  });
}

function read(name: string, value: TensorLike): { data: number[]; shape: number[] } {
  const tensor = numbers(`ctcLoss: ${name}`, value);
  return { data: Array.from(atOnce(name, tensor)), shape: tensor.shape };
}
