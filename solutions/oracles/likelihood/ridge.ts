import { mistakes } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';

/** A penalised loss from the weights, the biases, the loss and lambda. */
type Penalised = (w: readonly number[], b: readonly number[], loss: number, lambda: number) => number;

const value =
  (f: Penalised): Reference =>
  (weights, bias, loss, lambda) =>
    scalar(f(tensor(weights).data, tensor(bias).data, tensor(loss).data[0] ?? NaN, number(lambda)));

/** A slope by one weight, from it, lambda and all the weights. */
type Slope = (w: number, lambda: number, all: readonly number[]) => number;

const gradient =
  (f: Slope): Reference =>
  (weights, _bias, _loss, lambda) =>
    map(tensor(weights), (w) => f(w, number(lambda), tensor(weights).data));

const squares = (w: readonly number[]): number => sum(w.map((x) => x * x));

const absolutes = (w: readonly number[]): number => sum(w.map(Math.abs));

const right: Penalised = (w, _b, loss, lambda) => loss + lambda * squares(w);

/** With a penalty divided by the rows of the weights. */
const byRows: Reference = (weights, bias, loss, lambda) => {
  const [rows = NaN] = tensor(weights).shape;
  return value(right)(weights, bias, loss, number(lambda) / rows);
};

/** A loss added to its own gradient. */
const withLoss: Reference = (weights, _bias, loss, lambda) =>
  map(tensor(weights), (w) => (tensor(loss).data[0] ?? NaN) + 2 * number(lambda) * w);

/** The biases of the columns added to the weights. */
const withBias: Reference = (weights, bias, _loss, lambda) => {
  const b = tensor(bias).data;
  return map(tensor(weights), (w, i) => 2 * number(lambda) * (w + (b[i % b.length] ?? NaN)));
};

/** A loss plus lambda times the sum of the squared weights, without the biases; and its gradient by the weights. */
export const ridge: Item = {
  id: 'ridge',
  title: { pt: 'A penalidade L2', es: 'La penalización L2' },
  points: { value: 3, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'ridge',
      line: 'value',
      reference: value(right),
      mistakes: [
        ...mistakes<Penalised>(value, [
          ['l2-1', 'HALF', (w, _b, loss, lambda) => loss + (lambda * squares(w)) / 2],
          ['l2-2', 'SQRT', (w, _b, loss, lambda) => loss + lambda * Math.sqrt(squares(w))],
          ['l2-3', 'OTHER', (w, _b, loss, lambda) => loss + lambda * absolutes(w)],
          ['l2-4', 'MEAN', (w, _b, loss, lambda) => loss + lambda * mean(w.map((x) => x * x))],
          ['l2-5', 'BIAS', (w, b, loss, lambda) => right(w, b, loss, lambda) + lambda * squares(b)],
          ['l2-6', 'SIGN', (w, _b, loss, lambda) => loss - lambda * squares(w)],
          ['l2-7', 'DEFAULT', (w, _b, loss) => loss + squares(w)],
          ['l2-8', 'SQ', (w, _b, loss, lambda) => loss + lambda * sum(w)],
          ['l2-9', 'SQ', (w, _b, loss, lambda) => loss + (lambda * sum(w)) ** 2],
          ['l2-10', 'OTHER', (w, _b, loss, lambda) => (1 - lambda) * loss + lambda * squares(w)],
          ['l2-11', 'TERM', (w, _b, _loss, lambda) => lambda * squares(w)],
          ['l2-12', 'SCALE', (w, _b, loss, lambda) => loss + lambda ** 2 * squares(w)],
          ['l2-13', 'SQ', (w, _b, loss, lambda) => loss + lambda * sum(w) ** 2],
          ['l2-14', 'MEAN', (w, _b, loss, lambda) => loss + (lambda * squares(w)) / (2 * w.length)],
          ['l2-15', 'DEFAULT', (w, _b, loss) => loss + 0.01 * squares(w)],
          ['l2-16', 'BIAS', (_w, b, loss, lambda) => loss + lambda * squares(b)],
          ['l2-18', 'SCALE', (w, _b, loss, lambda) => lambda * (loss + squares(w))],
        ]),
        { id: 'l2-17', family: 'AXIS', of: byRows },
      ],
    },
    {
      name: 'ridgeGrad',
      line: 'gradient',
      reference: gradient((w, lambda) => 2 * lambda * w),
      mistakes: [
        ...mistakes<Slope>(gradient, [
          ['l2-g1', 'TWO', (w, lambda) => lambda * w],
          ['l2-g2', 'OTHER', (w, lambda) => lambda * Math.sign(w)],
          ['l2-g3', 'DEFAULT', (w) => 2 * w],
          ['l2-g4', 'GRADSIGN', (w, lambda) => -2 * lambda * w],
          ['l2-g5', 'CHAIN', (_w, lambda) => 2 * lambda],
          ['l2-g6', 'SQRT', (w, lambda, all) => (lambda * w) / Math.sqrt(squares(all))],
          ['l2-g7', 'GRADN', (w, lambda, all) => (2 * lambda * w) / all.length],
          ['l2-g8', 'CHAIN', (w, lambda) => lambda * w * w],
          ['l2-g9', 'OTHER', (w, lambda) => w - 2 * lambda * w],
        ]),
        { id: 'l2-g10', family: 'BIAS', of: withLoss },
        { id: 'l2-g11', family: 'BIAS', of: withBias },
      ],
    },
  ],
  publicCases: [
    [
      matrix([
        [0.5, -1],
        [2, 0],
      ]),
      vector(0.75, -0.25),
      scalar(0.25),
      0.25,
    ],
    [matrix([[1.5, -0.75, 0.25]]), vector(1, 2, -1.5), scalar(-1.75), 0.5],
  ],
  secretCases: (random) =>
    [
      [3, 4],
      [5, 3],
      [4, 7],
    ].map(([rows = 0, columns = 0]): readonly Argument[] => {
      const row = (): number[] =>
        Array.from({ length: columns }, (_, i) => between(random, 0.3, 1.8) * (i % 3 === 1 ? -1 : 1));
      return [
        matrix(Array.from({ length: rows }, row)),
        vector(...row()),
        scalar(Math.fround(between(random, 0.5, 2))),
        Math.fround(between(random, 0.1, 0.4)),
      ];
    }),
  extremeCases: [],
};
