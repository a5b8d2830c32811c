import type { Argument, Item, Reference } from '../format';
import { map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { classesOf, labelled, scores, sizes } from '../classification/draw';
import { argmax, at, logSoftmax } from '../classification/rows';
import { mistakes, samples } from '../classification/samples';

/** One sample: its weight, its cross-entropy, and those of its likeliest class. */
interface Sample {
  readonly w: number;
  readonly ce: number;
  readonly least: number;
}

/** A number from all samples and epsilon. */
type Whole = (all: readonly Sample[], epsilon: number) => number;

const of =
  (f: Whole): Reference =>
  (...[logits, classes, weights, epsilon]: Argument[]) => {
    const { rows, y } = samples(logits, classes);
    const w = tensor(weights).data;
    const all = rows.map((row, i) => ({
      w: at(w, y[i] ?? NaN),
      ce: -at(logSoftmax(row), y[i] ?? NaN),
      least: -at(logSoftmax(row), argmax(row)),
    }));
    return scalar(f(all, number(epsilon)));
  };

/** A loss of one sample. */
type Loss = (sample: Sample, epsilon: number) => number;

/** Σ w·loss / Σ w */
const weightedMean = (f: Loss): Reference =>
  of((all, epsilon) => sum(all.map((s) => s.w * f(s, epsilon))) / sum(all.map(({ w }) => w)));

const plainMean = (f: Loss): Reference => of((all, epsilon) => mean(all.map((s) => f(s, epsilon))));

const right: Loss = ({ ce }, epsilon) => ce + epsilon * -Math.expm1(-ce);

/** What exp(-loss) gives when the loss already has its weight: p^w instead of p. */
const seed: Loss = ({ w, ce }, epsilon) => w * ce + epsilon * -Math.expm1(-w * ce);

/** Divided by the weights of all classes, however many samples these have. */
const overAllWeights: Reference = (logits, classes, weights, epsilon) => {
  const weighted = of((all) => sum(all.map((s) => s.w * right(s, number(epsilon)))));
  return map(weighted(logits, classes, weights, epsilon), (total) => total / sum(tensor(weights).data));
};

/** What the exercise hands out takes p from the weighted loss, leaves the second term unweighted, divides by N, logs a softmax. */
export const weightedPoly: Item = {
  id: 'weightedPoly',
  title: { pt: 'Poly-1 com pesos: ache os erros', es: 'Poly-1 con pesos: encuentra los errores' },
  points: { value: 4, shape: 1, stability: 2 },
  functions: [
    {
      name: 'weightedPoly',
      line: 'value',
      reference: weightedMean(right),
      mistakes: [
        ...mistakes<Loss>(plainMean, [
          ['plw-1', 'STARTER', seed],
          ['plw-2', 'WEIGHT', (s, e) => s.w * s.ce + right(s, e) - s.ce],
          ['plw-3', 'WEIGHT', (s, e) => s.w * right(s, e)],
          ['plw-4', 'WEIGHT', right],
          ['plw-8', 'WEIGHT', (s, e) => s.w * (s.ce + e * -Math.expm1(-s.w * s.ce))],
        ]),
        ...mistakes<Loss>(weightedMean, [
          ['plw-6', 'WEIGHT', (s, e) => seed(s, e) / s.w],
          ['plw-7', 'WEIGHT', (s, e) => s.ce + e * -Math.expm1(-s.w * s.ce)],
          ['plw-9', 'WEIGHT', (s, e) => s.ce + (right(s, e) - s.ce) / s.w],
          ['plw-11', 'WEIGHT', (s, e) => s.ce + s.w * (right(s, e) - s.ce)],
          ['pol-1', 'SIGN', (s, e) => right(s, -e)],
          ['pol-2', 'BRANCH', ({ ce }, e) => ce + e * Math.exp(-ce)],
          ['pol-3', 'SQ', ({ ce }, e) => ce + e * Math.expm1(-ce) ** 2],
          ['pol-4', 'DEFAULT', ({ ce }) => ce],
          ['pol-5', 'TERM', (s, e) => right(s, e) - s.ce],
          ['pol-7', 'SIGN', ({ ce }, e) => ce + e * (1 - Math.exp(ce))],
          ['pol-8', 'DEFAULT', (s) => right(s, 1)],
          ['pol-9', 'SCALE', ({ ce }, e) => (1 + e) * ce],
          ['pol-12', 'LOGBASE', (s, e) => s.ce / Math.LN2 + right(s, e) - s.ce],
          ['pol-13', 'ARGMAX', ({ ce, least }, e) => ce + e * -Math.expm1(-least)],
          ['pol-14', 'ARGMAX', (s, e) => right({ ...s, ce: s.least }, e)],
        ]),
        ...mistakes<Whole>(of, [
          [
            'plw-5',
            'WEIGHT',
            (all, e) =>
              sum(all.map(({ w, ce }) => w * ce)) / sum(all.map(({ w }) => w)) +
              mean(all.map((s) => right(s, e) - s.ce)),
          ],
          ['pol-11', 'SUM', (all, e) => sum(all.map((s) => s.w * right(s, e)))],
        ]),
        { id: 'plw-10', family: 'WEIGHT', of: overAllWeights },
      ],
    },
  ],
  publicCases: [
    [matrix([[2, -1, 0.5]]), vector(0), vector(0.5, 1.25, 2), 2],
    [
      matrix([
        [2, -1, 0.5],
        [0.1, 0.2, -0.3],
        [-1.5, 0.3, 1.2],
        [0.4, 1.1, -0.6],
      ]),
      vector(0, 2, 1, 2),
      vector(0.5, 1.25, 2),
      1.5,
    ],
    [
      matrix([
        [2, -1, 0.5, 1],
        [0.1, 1.2, -0.3, -2],
        [1.5, 0.25, -1.2, 0.75],
      ]),
      vector(2, 1, 3),
      vector(1.5, 0.4, 2.5, 0.75),
      -0.5,
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width], i): readonly Argument[] => {
      const rows = scores(random, count, width);
      const weights = Array.from(
        { length: width },
        (_, c) => Math.fround([0.4, 1.7, 2.4, 0.7][c % 4] ?? 1) + random() / 8,
      );
      return [...labelled(rows, classesOf(random, rows)), vector(...weights), [2, 1.5, -0.6][i] ?? 2];
    }),
  // A probability of 0 in float32, whose logarithm is -∞.
  extremeCases: [
    [matrix([[1000, 0, -1000]]), vector(2), vector(0.5, 1.25, 2), 1.5],
    [
      matrix([
        [120, -120, 3],
        [0, -110, 0.5],
      ]),
      vector(1, 2),
      vector(0.5, 1.25, 2),
      2,
    ],
  ],
};
