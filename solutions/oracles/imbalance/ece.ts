import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { mean, number, scalar, sum, tensor, vector } from '../numbers';
import { confidences } from './draw';

/** One prediction: how sure it was, and 1 if it came true. */
interface Prediction {
  readonly confidence: number;
  readonly correct: number;
}

/** The predictions of a bin that is not empty, and its place. */
interface Bin {
  readonly place: number;
  readonly held: readonly Prediction[];
}

/** A number from the predictions and the number of bins. */
type Whole = (all: readonly Prediction[], bins: number) => number;

const of =
  (f: Whole): Reference =>
  (confidence, correct, bins) => {
    const came = tensor(correct).data;
    const all = tensor(confidence).data.map((c, i) => ({ confidence: c, correct: came[i] ?? NaN }));
    return scalar(f(all, number(bins)));
  };

/** Which bin a confidence is in; below 0 for none. */
type Place = (confidence: number, bins: number) => number;

const closed: Place = (confidence, bins) => Math.min(Math.floor(confidence * bins), bins - 1);

function filled(all: readonly Prediction[], bins: number, place: Place = closed): Bin[] {
  return Array.from({ length: bins + 1 }, (_, b) => ({
    place: b,
    held: all.filter(({ confidence }) => place(confidence, bins) === b),
  })).filter(({ held }) => held.length > 0);
}

const accuracy = (held: readonly Prediction[]): number => mean(held.map(({ correct }) => correct));
const sureness = (held: readonly Prediction[]): number => mean(held.map(({ confidence }) => confidence));
const gap = (held: readonly Prediction[]): number => accuracy(held) - sureness(held);
const size = ({ held }: Bin): number => Math.abs(gap(held));

/** Σ (n_b / N) of a number of each bin. */
const shared = (all: readonly Prediction[], list: readonly Bin[], f: (bin: Bin) => number): number =>
  sum(list.map((bin) => (bin.held.length / all.length) * f(bin)));

const right: Whole = (all, bins) => shared(all, filled(all, bins), size);

/** Expected calibration error: Σ (n_b / N) |accuracy - mean confidence| over bins of one width, the last one closed. */
export const ece: Item = {
  id: 'ece',
  title: { pt: 'O erro de calibração esperado', es: 'El error de calibración esperado' },
  points: { value: 5, shape: 1, leak: 1 },
  functions: [
    {
      name: 'ece',
      line: 'value',
      reference: of(right),
      mistakes: mistakes<Whole>(of, [
        ['ece-1', 'SHARE', (all, bins) => sum(filled(all, bins).map(size)) / bins],
        ['ece-2', 'SHARE', (all, bins) => all.length * right(all, bins)],
        ['ece-3', 'SHARE', (all, bins) => mean(filled(all, bins).map(size))],
        ['ece-4', 'ABS', (all) => gap(all)],
        ['ece-5', 'ORDER', (all) => Math.abs(gap(all))],
        ['ece-6', 'OTHER', (all, bins) => Math.max(...filled(all, bins).map(size))],
        [
          'ece-7',
          'EDGE',
          (all, bins) =>
            shared(
              all,
              filled(all, bins, (c, b) => Math.floor(c * b)),
              size,
            ),
        ],
        [
          'ece-8',
          'EDGE',
          (all, bins) =>
            shared(
              all,
              filled(all, bins, (c, b) => (c === 1 ? -1 : Math.floor(c * b))),
              size,
            ),
        ],
        [
          'ece-9',
          'TERM',
          (all, bins) =>
            shared(all, filled(all, bins), ({ place, held }) => Math.abs(accuracy(held) - (place + 0.5) / bins)),
        ],
        ['ece-10', 'SQ', (all, bins) => Math.sqrt(shared(all, filled(all, bins), (bin) => size(bin) ** 2))],
        ['ece-21', 'SQ', (all, bins) => shared(all, filled(all, bins), (bin) => size(bin) ** 2)],
        ['ece-11', 'OTHER', (all) => mean(all.map(({ confidence, correct }) => Math.abs(correct - confidence)))],
        ['ece-12', 'OTHER', (all) => mean(all.map(({ confidence, correct }) => (correct - confidence) ** 2))],
        ['ece-14', 'SHARE', (all, bins) => right(all, bins) / bins],
        ['ece-15', 'SHARE', (all, bins) => sum(filled(all, bins).map(size))],
        ['ece-16', 'DEFAULT', (all) => right(all, 15)],
        [
          'ece-17',
          'EDGE',
          (all, bins) =>
            shared(
              all,
              filled(all, bins, (c, b) => Math.min(Math.round(c * b), b - 1)),
              size,
            ),
        ],
        ['ece-18', 'DEFAULT', (all) => right(all, 10)],
        [
          'ece-19',
          'EDGE',
          (all, bins) =>
            shared(
              all,
              filled(all, bins, (c, b) => Math.ceil(c * b) - 1),
              size,
            ),
        ],
        [
          'ece-20',
          'EDGE',
          (all, bins) =>
            shared(
              all,
              filled(all, bins, (c, b) => Math.round(c * b)),
              size,
            ),
        ],
      ]),
    },
  ],
  publicCases: [
    [
      vector(0.95, 0.92, 0.88, 0.81, 0.77, 0.68, 0.64, 0.55, 0.45, 1, 0.97, 0.58),
      vector(1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0),
      5,
    ],
    // Every bin is filled, and 0.5 lies on an edge that float32 has exactly.
    [vector(0.3, 0.9, 0.4, 0.95, 0.7, 0.5, 0.1), vector(1, 1, 0, 1, 0, 1, 0), 4],
  ],
  secretCases: (random) =>
    [11, 17, 26].map((count, i) => [...confidences(random, count, [5, 4, 8][i] ?? 5), [5, 4, 8][i] ?? 5]),
  extremeCases: [],
};
