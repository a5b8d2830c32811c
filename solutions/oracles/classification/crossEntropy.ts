import type { Item, Reference, Values } from '../format';
import { matrix, mean, scalar, sum, tensor, vector } from '../numbers';
import { classesOf, labelled, publicSamples, scores, sizes, withIgnored } from './draw';
import { argmax, at, dot, logSoftmax, logSumExp, oneHot, sigmoid, softmax, softplus } from './rows';
import {
  counted,
  fromRows,
  ignored,
  losses,
  meanOfSamples,
  mistakes,
  ofSamples,
  samples,
  type SampleLoss,
  type Samples,
} from './samples';

const right: SampleLoss = (row, y) => -at(logSoftmax(row), y);

/** Binary cross-entropies of the classes as so many yes-or-no questions. */
const binaries = (row: readonly number[], y: number): number[] => row.map((z, c) => softplus(z) - (c === y ? z : 0));

const squares = (row: readonly number[], y: number): number[] => {
  const truth = oneHot(row, y);
  return softmax(row).map((p, c) => (p - (truth[c] ?? NaN)) ** 2);
};

/** The samples that do not count taken for ones of a class. */
const ignoredAs =
  (label: (width: number) => number): Reference =>
  (x, classes) => {
    const { rows, y } = samples(x, classes);
    const read = y.map((k, i) => (k === ignored ? label(rows[i]?.length ?? 1) : k));
    return scalar(mean(losses({ rows, y: read }, right)));
  };

/** The mean over the samples that count when the softmax is over each column. */
const overSamples: Reference = (x, classes) => {
  const { rows, y } = samples(x, classes);
  const norms = (rows[0] ?? []).map((_z, c) => logSumExp(rows.map((row) => at(row, c))));
  return meanOfSamples((row, k) => at(norms, k) - at(row, k))(fromRows(rows), { shape: [y.length], data: y });
};

const overAll: Reference = (x, classes) =>
  meanOfSamples((row, y) => logSumExp(tensor(x).data) - at(row, y))(x, classes);

/** Classes counted from 1: what one-hot rows give, where class 0 is nobody's and so does not count. */
const fromOne: Reference = (x, classes) => {
  const { rows, y } = samples(x, classes);
  return meanOfSamples(right)(fromRows(rows), { shape: [y.length], data: y.map((k) => (k > 0 ? k - 1 : ignored)) });
};

/** The class that the model prefers, in all rows. */
const preferred: Reference = (x, classes) =>
  scalar(mean(samples(x, classes).rows.map((row) => right(row, argmax(row)))));

/** A row of the gradient, from the row's scores, its class, and the number of samples that count. */
type Slopes = (row: readonly number[], y: number, n: number) => readonly number[];

/** The gradient whose rows are 0 where a sample does not count. */
const gradientOf =
  (f: Slopes): Reference =>
  (x, classes) => {
    const { rows, y } = samples(x, classes);
    const n = counted({ rows, y }).y.length;
    return fromRows(rows.map((row, i) => (y[i] === ignored ? row.map(() => 0) : f(row, y[i] ?? NaN, n))));
  };

const slopes: Slopes = (row, y, n) => {
  const truth = oneHot(row, y);
  return softmax(row).map((p, c) => (p - (truth[c] ?? NaN)) / n);
};

/** The gradient whose rows are a softmax where a sample does not count: the row of a one-hot table that is 0. */
const unmasked = ({ rows, y }: Samples, n: number): Values =>
  fromRows(rows.map((row, i) => slopes(row, y[i] ?? NaN, n)));

/** Through the Jacobian of a second softmax. */
const throughTwo: Slopes = (row, y, n) => {
  const p = softmax(row);
  const outer = slopes(p, y, n);
  return p.map((pc, c) => pc * ((outer[c] ?? NaN) - dot(p, outer)));
};

/** Cross-entropy of logits and class indices, where -100 does not count; and its gradient, (softmax - one-hot)/n. */
export const crossEntropy: Item = {
  id: 'crossEntropy',
  title: { pt: 'Entropia cruzada com rótulos ausentes', es: 'Entropía cruzada con etiquetas ausentes' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'ce',
      line: 'value',
      reference: meanOfSamples(right),
      mistakes: [
        ...mistakes<(all: Samples) => number>(ofSamples, [
          ['ce-1', 'SUM', (all) => sum(losses(all, right))],
          ['ce-21', 'ORDER', (all) => -Math.log(mean(losses(all, (row, y) => at(softmax(row), y))))],
        ]),
        ...mistakes<SampleLoss>(meanOfSamples, [
          ['ce-2', 'LOGBASE', (row, y) => right(row, y) / Math.LN2],
          ['ce-3', 'LOGBASE', (row, y) => right(row, y) / Math.LN10],
          ['ce-4', 'SIGN', (row, y) => -right(row, y)],
          ['ce-5', 'AXIS', (row, y) => right(row, y) / row.length],
          ['ce-6', 'SOFTMAX2', (row, y) => right(softmax(row), y)],
          ['ce-9', 'NOLOG', (row, y) => -at(softmax(row), y)],
          ['ce-10', 'NOLOG', (row, y) => 1 - at(softmax(row), y)],
          ['ce-11', 'NOSOFTMAX', (row, y) => -at(row, y)],
          ['ce-12', 'NOSOFTMAX', (row, y) => -Math.log(at(row, y))],
          ['ce-13', 'LINK', (row, y) => softplus(-at(row, y))],
          ['ce-14', 'OTHER', (row, y) => sum(binaries(row, y))],
          ['ce-15', 'OTHER', (row, y) => mean(binaries(row, y))],
          ['ce-16', 'OTHER', (row, y) => sum(squares(row, y))],
          ['ce-17', 'OTHER', (row, y) => mean(squares(row, y))],
          [
            'ce-18',
            'SWAP',
            (row, y) =>
              -dot(
                softmax(row),
                oneHot(row, y).map((t) => Math.log(t + 1e-7)),
              ),
          ],
          ['ce-19', 'ARGMAX', (row) => right(row, argmax(row))],
          ['ce-20', 'OFFBY1', (row, y) => right(row, (y + row.length - 1) % row.length)],
          ['ce-22', 'EPS', (row, y) => -Math.log(at(softmax(row), y) + 0.01)],
          ['ce-23', 'OTHER', (row) => -dot(softmax(row), logSoftmax(row))],
          ['ce-24', 'TERM', logSumExp],
          ['ce-25', 'NOSOFTMAX', (row, y) => -Math.log(at(row, y) / sum(row))],
          ['ce-26', 'MAXBACK', (row, y) => right(row, y) + Math.max(...row)],
        ]),
        { id: 'ce-7', family: 'NOSOFTMAX', of: overSamples },
        { id: 'ce-8', family: 'NOSOFTMAX', of: overAll },
        {
          id: 'ign-1',
          family: 'IGNORE',
          of: (x, classes) => scalar(sum(losses(counted(samples(x, classes)), right)) / tensor(classes).data.length),
        },
        { id: 'ign-2', family: 'IGNORE', of: ignoredAs(() => 0) },
        { id: 'ign-3', family: 'IGNORE', of: ignoredAs((width) => width - 1) },
        { id: 'ce-27', family: 'OFFBY1', of: fromOne },
        { id: 'ce-28', family: 'ARGMAX', of: preferred },
      ],
    },
    {
      name: 'ceGrad',
      line: 'gradient',
      reference: gradientOf(slopes),
      mistakes: [
        ...mistakes<Slopes>(gradientOf, [
          ['ce-g1', 'GRADN', (row, y) => slopes(row, y, 1)],
          ['ce-g2', 'GRADSIGN', (row, y, n) => slopes(row, y, -n)],
          ['ce-g3', 'TERM', (row, _y, n) => softmax(row).map((p) => p / n)],
          ['ce-g4', 'WRT', (row, y, n) => oneHot(row, y).map((t) => -t / (at(softmax(row), y) * n))],
          ['ce-g5', 'TERM', (row, y, n) => oneHot(row, y).map((t) => (t * (at(softmax(row), y) - 1)) / n)],
          ['ce-g6', 'AXIS', (row, y, n) => slopes(row, y, n * row.length)],
          ['ce-g7', 'SOFTMAX2', throughTwo],
          [
            'ce-g8',
            'CHAIN',
            (row, y, n) => slopes(row, y, n).map((slope, c) => slope * at(softmax(row), c) * (1 - at(softmax(row), c))),
          ],
          ['ce-g9', 'LINK', (row, y, n) => row.map((z, c) => (sigmoid(z) - (c === y ? 1 : 0)) / n)],
          ['ce-g10', 'NOLOG', (row, y, n) => logSoftmax(row).map((z, c) => (z - (c === y ? 1 : 0)) / n)],
          ['ce-g11', 'NOSOFTMAX', (row, y, n) => row.map((z, c) => (Math.exp(z) - (c === y ? 1 : 0)) / n)],
          ['ce-g12', 'WRT', (row, y, n) => oneHot(row, y).map((t) => -t / n)],
        ]),
        {
          id: 'ign-g1',
          family: 'IGNORE',
          of: (x, classes) => {
            const { rows, y } = samples(x, classes);
            return gradientOf((row, label) => slopes(row, label, rows.length))(x, { shape: [y.length], data: y });
          },
        },
        {
          id: 'ign-g3',
          family: 'IGNORE',
          of: (x, classes) => unmasked(samples(x, classes), tensor(classes).data.length),
        },
        { id: 'ign-g4', family: 'IGNORE', of: (x, classes) => unmasked(samples(x, classes), 1) },
        {
          id: 'ign-g2',
          family: 'IGNORE',
          of: (x, classes) => unmasked(samples(x, classes), counted(samples(x, classes)).y.length),
        },
      ],
    },
  ],
  publicCases: [
    ...publicSamples,
    [
      matrix([
        [2, -1, 0.5, 1],
        [0.1, 1.2, -0.3, -2],
        [1.5, 0.25, -1.2, 0.75],
        [-0.4, 1.1, -0.6, 3],
        [0.5, -0.5, 1.5, -1.5],
      ]),
      vector(2, 3, ignored, 1, 0),
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width], i) => {
      const rows = scores(random, count, width);
      const y = classesOf(random, rows);
      return labelled(rows, i === 1 ? y : withIgnored(random, y));
    }),
  // Beyond exp's reach in both directions; and a sample of huge scores that does not count.
  extremeCases: [
    [matrix([[1000, 0, -1000]]), vector(2)],
    [
      matrix([
        [120, -120, 3],
        [-104, -104, -104],
        [0, -110, 0.5],
        [500, -500, 0],
      ]),
      vector(1, 0, 1, ignored),
    ],
  ],
};
