import { argmax, at, logSoftmax, sigmoid, softmax } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { mean, scalar, sum, tensor, vector } from '../numbers';
import { crossEntropyOf, entropyOf, klOf, skewedLogits, type Row } from './distributions';

/** A number from the logits of a model and how often each class was seen. */
type OfCounts = (logits: Row, counts: Row) => number;

const value =
  (f: OfCounts): Reference =>
  (logits, counts) =>
    scalar(f(tensor(logits).data, tensor(counts).data));

const frequencies = (counts: Row): number[] => counts.map((count) => count / sum(counts));

const right: OfCounts = (logits, counts) => crossEntropyOf(frequencies(counts), logSoftmax(logits));

/** The gradient, from the probability and the frequency of each class, the numbers seen and of classes, and whether it is the most seen. */
type Slope = (q: number, f: number, n: number, width: number, isMost: boolean) => number;

const gradient =
  (of: Slope): Reference =>
  (logits, counts) => {
    const seen = tensor(counts).data;
    const f = frequencies(seen);
    const slopes = softmax(tensor(logits).data).map((q, c) =>
      of(q, at(f, c), sum(seen), seen.length, c === argmax(seen)),
    );
    return { shape: [slopes.length], data: slopes };
  };

/** With a softmax of the counts where their shares are asked for. */
const bySoftmax: Reference = (logits, counts) => {
  const shares = softmax(tensor(counts).data);
  const slopes = softmax(tensor(logits).data).map((q, c) => q - at(shares, c));
  return { shape: [slopes.length], data: slopes };
};

/** The mean NLL of counted classes, which is the cross-entropy of their frequencies; and its gradient by the logits. */
export const counts: Item = {
  id: 'counts',
  title: { pt: 'Máxima verossimilhança com contagens', es: 'Máxima verosimilitud con conteos' },
  points: { value: 3, gradient: 3, shape: 1, stability: 1, leak: 1 },
  functions: [
    {
      name: 'countsNll',
      line: 'value',
      reference: value(right),
      mistakes: mistakes<OfCounts>(value, [
        ['cnt-1', 'SUM', (x, n) => right(x, n) * sum(n)],
        ['cnt-2', 'AXIS', (x, n) => (right(x, n) * sum(n)) / n.length],
        ['cnt-3', 'LOGBASE', (x, n) => right(x, n) / Math.LN2],
        ['cnt-4', 'SIGN', (x, n) => -right(x, n)],
        ['cnt-5', 'OTHER', (x, n) => klOf(frequencies(n), logSoftmax(x))],
        ['cnt-6', 'OTHER', (_x, n) => entropyOf(frequencies(n))],
        ['cnt-7', 'TERM', (x) => -mean(logSoftmax(x))],
        ['cnt-8', 'SOFTMAX2', (x, n) => right(softmax(x), n)],
        ['cnt-9', 'NOSOFTMAX', (x, n) => crossEntropyOf(frequencies(n), x)],
        ['cnt-10', 'NOLOG', (x, n) => crossEntropyOf(frequencies(n), softmax(x))],
        ['cnt-11', 'SWAP', (x, n) => crossEntropyOf(softmax(x), frequencies(n).map(Math.log))],
        ['cnt-12', 'SOFTMAX2', (x, n) => crossEntropyOf(softmax(frequencies(n)), logSoftmax(x))],
        ['cnt-13', 'ARGMAX', (x, n) => -at(logSoftmax(x), argmax(n))],
        ['cnt-14', 'EXP', (x, n) => Math.exp(right(x, n))],
        ['cnt-16', 'DIV', (x, n) => crossEntropyOf(softmax(n), logSoftmax(x))],
        [
          'cnt-15',
          'LINK',
          (x, n) =>
            crossEntropyOf(
              frequencies(n),
              x.map((z) => Math.log(sigmoid(z))),
            ),
        ],
      ]),
    },
    {
      name: 'countsGrad',
      line: 'gradient',
      reference: gradient((q, f) => q - f),
      mistakes: [
        { id: 'cnt-g13', family: 'DIV', of: bySoftmax },
        ...mistakes<Slope>(gradient, [
          ['cnt-g1', 'GRADN', (q, f, n) => n * (q - f)],
          ['cnt-g2', 'GRADSIGN', (q, f) => f - q],
          ['cnt-g3', 'WRT', (q, f) => -f / q],
          ['cnt-g4', 'WRT', (_q, f) => -f],
          ['cnt-g5', 'AXIS', (q, f, _n, width) => (q - f) / width],
          ['cnt-g6', 'CHAIN', (q, f) => (q - f) * q * (1 - q)],
          ['cnt-g7', 'TERM', (q) => q],
          ['cnt-g8', 'GRADN', (q, f, n) => (q - f) / n],
          ['cnt-g9', 'TERM', (q, f, n) => q - n * f],
          ['cnt-g10', 'NOLOG', (q, f) => Math.log(q) - f],
          ['cnt-g11', 'ARGMAX', (q, _f, _n, _width, isMost) => q - Number(isMost)],
          ['cnt-g12', 'CHAIN', (q, f) => f * (q - 1)],
        ]),
      ],
    },
  ],
  publicCases: [
    [vector(2, -1, 0.5), vector(5, 2, 3)],
    [vector(0.5, 1.5, -1, 0.25), vector(3, 8, 5, 4)],
    [vector(-0.5, 1, 2, 0.75, -2), vector(10, 3, 1, 2, 14)],
  ],
  secretCases: (random) =>
    [3, 4, 6].map((width) => [
      vector(...skewedLogits(random, 1, width).flat()),
      vector(...Array.from({ length: width }, (_x, c) => 2 + 3 * c + Math.floor(3 * random()))),
    ]),
  // Beyond exp's reach, and a class that was never seen.
  extremeCases: [
    [vector(1000, 0, -1000), vector(1, 2, 1)],
    [vector(0.5, -200, 200), vector(3, 0, 1)],
  ],
};
