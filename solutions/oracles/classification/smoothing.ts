import type { Argument, Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, vector } from '../numbers';
import { classesOf, labelled, publicSamples, scores, sizes } from './draw';
import { at, dot, logSoftmax, oneHot, softmax } from './rows';
import { losses, mistakes, samples } from './samples';

/** The loss of one sample, from its scores, its class and epsilon. */
type Smoothed = (row: readonly number[], y: number, epsilon: number) => number;

const meanOf =
  (f: Smoothed): Reference =>
  (x, classes, epsilon) =>
    scalar(mean(losses(samples(x, classes), (row, y) => f(row, y, number(epsilon)))));

/** Cross-entropy with a target that has one number at the class and another elsewhere. */
const withTarget =
  (hit: (epsilon: number, width: number) => number, miss: (epsilon: number, width: number) => number): Smoothed =>
  (row, y, epsilon) => {
    const target = oneHot(row, y).map((t) => (t === 1 ? hit : miss)(epsilon, row.length));
    return -dot(target, logSoftmax(row));
  };

const right = withTarget(
  (e, width) => 1 - e + e / width,
  (e, width) => e / width,
);

/** The target itself. */
const smoothed = (row: readonly number[], y: number, e: number): number[] =>
  oneHot(row, y).map((t) => (1 - e) * t + e / row.length);

/** Epsilon over the number of samples where that of classes is asked for. */
const overSamples: Reference = (x, classes, e) => {
  const { rows } = samples(x, classes);
  return meanOf(
    (row, y, epsilon) => (1 - epsilon) * sharp(row, y, epsilon) + (epsilon / rows.length) * everywhere(row),
  )(x, classes, e);
};

/** Epsilon on every other class and 1 - epsilon on the true one: the target sums to more than 1. */
const tooMuch = withTarget(
  (e) => 1 - e,
  (e) => e,
);

const sharp: Smoothed = (row, y) => -at(logSoftmax(row), y);
const everywhere = (row: readonly number[]): number => -sum(logSoftmax(row));

/** What the exercise hands out has three bugs: softmax twice, a target that sums to more than 1, and log of a softmax. */
export const smoothing: Item = {
  id: 'smoothing',
  title: { pt: 'Suavização de rótulos: ache os erros', es: 'Suavizado de etiquetas: encuentra los errores' },
  points: { value: 4, shape: 1, stability: 2 },
  functions: [
    {
      name: 'smoothedCe',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Smoothed>(meanOf, [
          ['ls-1', 'DEFAULT', sharp],
          [
            'ls-2',
            'SMOOTH',
            withTarget(
              (e) => 1 - e,
              (e, width) => e / (width - 1),
            ),
          ],
          ['ls-3', 'SMOOTH', tooMuch],
          [
            'ls-4',
            'SMOOTH',
            withTarget(
              (e) => 1 - e,
              () => 0,
            ),
          ],
          [
            'ls-5',
            'SMOOTH',
            withTarget(
              (e) => 1 - e,
              (e, width) => e / width,
            ),
          ],
          ['ls-6', 'SMOOTH', (row, y, e) => -Math.log((1 - e) * at(softmax(row), y) + e / row.length)],
          ['ls-7', 'SMOOTH', (row, y, e) => (1 - e) * sharp(row, y, e) + e * everywhere(row)],
          ['ls-8', 'SMOOTH', (row, y, e) => sharp(row, y, e) + (e * everywhere(row)) / row.length],
          ['ls-9', 'SMOOTH', (row, y, e) => right(row, y, 1 - e)],
          ['ls-10', 'SMOOTH', (row, y, e) => sharp(row, y, e) + e * dot(softmax(row), logSoftmax(row))],
          ['ls-11', 'STARTER', (row, y, e) => tooMuch(softmax(row), y, e)],
          ['ls-12', 'SOFTMAX2', (row, y, e) => right(softmax(row), y, e)],
          ['ls-13', 'LOGBASE', (row, y, e) => right(row, y, e) / Math.LN2],
          ['ls-14', 'SIGN', (row, y, e) => -right(row, y, e)],
          ['ls-15', 'AXIS', (row, y, e) => right(row, y, e) / row.length],
          ['ls-17', 'NOLOG', (row, y, e) => -dot(smoothed(row, y, e), softmax(row))],
        ]),
        { id: 'ls-18', family: 'SMOOTH', of: overSamples },
        {
          id: 'ls-16',
          family: 'SUM',
          of: (x, classes, e) => scalar(sum(losses(samples(x, classes), (row, y) => right(row, y, number(e))))),
        },
      ],
    },
  ],
  publicCases: [
    ...publicSamples.map((samples, i) => [...samples, [0.25, 0.3][i] ?? 0.25]),
    [
      matrix([
        [2, -1, 0.5, 1],
        [0.1, 1.2, -0.3, -2],
        [1.5, 0.25, -1.2, 0.75],
      ]),
      vector(2, 3, 0),
      0.2,
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width], i): readonly Argument[] => {
      const rows = scores(random, count, width);
      const epsilon = Math.round((0.15 + 0.08 * i + 0.06 * random()) * 100) / 100;
      return [...labelled(rows, classesOf(random, rows)), epsilon];
    }),
  // A probability of 0 in float32, whose logarithm is -∞.
  extremeCases: [
    [matrix([[1000, 0, -1000]]), vector(2), 0.25],
    [
      matrix([
        [120, -120, 3],
        [0, -110, 0.5],
      ]),
      vector(0, 2),
      0.3,
    ],
  ],
};
