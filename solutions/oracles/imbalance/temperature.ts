import type { Argument, Item, Reference } from '../format';
import { matrix, mean, sum, tensor, vector } from '../numbers';
import { classesOf, labelled, scores, sizes } from '../classification/draw';
import { argmax, at, logSoftmax, softmax, softplus } from '../classification/rows';
import { mistakes, samples } from '../classification/samples';

/** A number from the rows, their classes and one temperature. */
type Whole = (rows: readonly (readonly number[])[], y: readonly number[], temperature: number) => number;

const of =
  (f: Whole): Reference =>
  (logits, classes, temperatures) => {
    const { rows, y } = samples(logits, classes);
    const { shape, data } = tensor(temperatures);
    return { shape, data: data.map((temperature) => f(rows, y, temperature)) };
  };

/** A loss of one sample at a temperature. */
type Loss = (row: readonly number[], y: number, temperature: number) => number;

const meanOf = (f: Loss): Reference => of((rows, y, t) => mean(rows.map((row, i) => f(row, y[i] ?? NaN, t))));

const ce = (row: readonly number[], y: number): number => -at(logSoftmax(row), y);

const over = (row: readonly number[], divisor: number): number[] => row.map((x) => x / divisor);

const right: Loss = (row, y, t) => ce(over(row, t), y);

/** The mean NLL of the logits divided by each temperature. */
export const temperature: Item = {
  id: 'temperature',
  title: { pt: 'A NLL em cada temperatura', es: 'La NLL en cada temperatura' },
  points: { value: 3, shape: 1, stability: 1, leak: 1 },
  functions: [
    {
      name: 'temperatureNll',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Loss>(meanOf, [
          ['tmp-1', 'SCALE', (row, y, t) => right(row, y, 1 / t)],
          ['tmp-2', 'DEFAULT', (row, y) => ce(row, y)],
          ['tmp-3', 'SCALE', (row, y, t) => ce(row, y) + Math.log(t)],
          ['tmp-4', 'NOSOFTMAX', (row, y, t) => ce(row, y) / t],
          ['tmp-6', 'SCALE', (row, y, t) => right(row, y, t) * t ** 2],
          ['tmp-7', 'SIGN', (row, y, t) => -right(row, y, t)],
          ['tmp-8', 'LOGBASE', (row, y, t) => right(row, y, t) / Math.LN2],
          ['tmp-9', 'SQRT', (row, y, t) => right(row, y, Math.sqrt(t))],
          ['tmp-10', 'ARGMAX', (row, _y, t) => right(row, argmax(row), t)],
          ['tmp-11', 'SOFTMAX2', (row, y, t) => right(softmax(row), y, t)],
          ['tmp-12', 'AXIS', (row, y, t) => right(row, y, t) / row.length],
          ['tmp-16', 'SOFTMAX2', (row, y, t) => ce(softmax(over(row, t)), y)],
          ['tmp-17', 'NOSOFTMAX', (row, y, t) => -at(row, y) / t],
          ['tmp-18', 'LINK', (row, y, t) => softplus(-at(row, y) / t)],
          ['tmp-13', 'NOLOG', (row, y, t) => -at(softmax(over(row, t)), y)],
        ]),
        {
          id: 'tmp-14',
          family: 'SUM',
          of: of((rows, y, t) => sum(rows.map((row, i) => right(row, y[i] ?? NaN, t)))),
        },
        {
          id: 'tmp-20',
          family: 'NOSOFTMAX',
          of: of((rows, y, t) => {
            const all = logSoftmax(over(rows.flat(), t));
            return -mean(rows.map((row, i) => at(all, i * row.length + (y[i] ?? NaN))));
          }),
        },
        {
          id: 'tmp-19',
          family: 'PART',
          of: of((rows, y, t) => sum(rows.slice(0, -1).map((row, i) => right(row, y[i] ?? NaN, t))) / rows.length),
        },
        {
          id: 'tmp-15',
          family: 'ORDER',
          of: of((rows, y, t) => -Math.log(mean(rows.map((row, i) => Math.exp(-right(row, y[i] ?? NaN, t)))))),
        },
      ],
    },
  ],
  publicCases: [
    [matrix([[2, -1, 0.5]]), vector(0), vector(0.5, 1, 2)],
    [
      matrix([
        [2, -1, 0.5],
        [0.1, 0.2, -0.3],
        [-1.5, 0.3, 1.2],
        [0.4, 1.1, -0.6],
      ]),
      vector(0, 2, 1, 2),
      vector(0.5, 1, 2, 4),
    ],
    [
      matrix([
        [6, -3, 1.5, 3],
        [0.5, 4.5, -1, -6],
        [4.5, 0.75, -3.5, 2.25],
      ]),
      vector(2, 1, 0),
      vector(1.5, 3),
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width], i): readonly Argument[] => {
      const rows = scores(random, count, width).map((row) => row.map((x) => Math.fround(1.5 * x)));
      const temperatures =
        [
          [0.6, 1, 2.5],
          [3, 1.4, 0.7, 2],
          [1.8, 0.4],
        ][i] ?? [];
      return [...labelled(rows, classesOf(random, rows)), vector(...temperatures.map((t) => t + random() / 10))];
    }),
  extremeCases: [
    [matrix([[1000, 0, -1000]]), vector(2), vector(0.5, 2)],
    [
      matrix([
        [120, -120, 3],
        [0, -110, 0.5],
      ]),
      vector(1, 2),
      vector(0.5, 1, 2),
    ],
  ],
};
