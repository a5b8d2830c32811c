import { at, sigmoid, softmax } from '../classification/rows';
import { losses, meanOfSamples, mistakes, ofSamples, type SampleLoss, type Samples } from '../classification/samples';
import type { Item } from '../format';
import { matrix, mean, sum, vector } from '../numbers';
import { oneVsRest as hinges, positive, signs, westonWatkins } from './classHinges';
import { classScores } from './draw';

const right: SampleLoss = (row, y) => mean(hinges(row, signs(row, y)));

/** Each class's product of label and score. */
type Products = (row: readonly number[], y: number) => readonly number[];

const withSigns: Products = (row, y) => row.map((s, j) => at(signs(row, y), j) * s);
const withZeros: Products = (row, y) => row.map((s, j) => (j === y ? s : 0));

/** The hinge of a mean where the mean of hinges is asked for. */
const hingeOfMean = (products: Products) => (all: Samples) =>
  positive(1 - mean(all.rows.flatMap((row, i) => products(row, all.y[i] ?? NaN))));

/** What the exercise hands out has two bugs: labels 0 and 1, and the hinge taken of the mean. */
export const oneVsRest: Item = {
  id: 'oneVsRest',
  title: { pt: 'Uma contra o resto: ache os erros', es: 'Una contra el resto: encuentra los errores' },
  points: { value: 4, shape: 1, leak: 1 },
  functions: [
    {
      name: 'oneVsRest',
      line: 'value',
      reference: meanOfSamples(right),
      mistakes: [
        ...mistakes<(all: Samples) => number>(ofSamples, [
          ['ovr-1', 'STARTER', hingeOfMean(withZeros)],
          ['ovr-3', 'ORDER', hingeOfMean(withSigns)],
          ['ovr-5', 'SUM', (all) => sum(losses(all, (row, y) => sum(hinges(row, signs(row, y)))))],
        ]),
        ...mistakes<SampleLoss>(meanOfSamples, [
          ['ovr-2', 'LABEL', (row, y) => mean(withZeros(row, y).map((z) => positive(1 - z)))],
          ['ovr-4', 'DIV', (row, y) => sum(hinges(row, signs(row, y)))],
          ['ovr-6', 'OTHER', (row, y) => westonWatkins(row, y, 1) / row.length],
          ['ovr-7', 'TERM', (row, y) => positive(1 - at(row, y))],
          ['ovr-8', 'SIGN', (row, y) => mean(withSigns(row, y).map((z) => positive(1 + z)))],
          ['ovr-9', 'PROB', (row, y) => right(softmax(row), y)],
          ['ovr-10', 'PROB', (row, y) => right(row.map(sigmoid), y)],
          ['ovr-11', 'SQ', (row, y) => mean(hinges(row, signs(row, y)).map((loss) => loss * loss))],
          ['ovr-12', 'MARGIN', (row, y) => mean(withSigns(row, y).map((z) => positive(-z)))],
          ['ovr-14', 'LABEL', (row, y) => mean(row.map((s, j) => positive(j === y ? 1 : 1 + 2 * s)))],
          ['ovr-13', 'MAX0', (row, y) => mean(withSigns(row, y).map((z) => 1 - z))],
          ['ovr-15', 'MAX0', (row, y) => mean(withSigns(row, y).map((z) => Math.abs(1 - z)))],
          ['ovr-16', 'LABEL', (row, y) => mean(row.map((s, j) => positive(j === y ? 1 : 1 + s)))],
          ['ovr-17', 'LABEL', (row, y) => mean(withSigns(row, y).map((z) => positive(1 - z / 2)))],
          ['ovr-18', 'ORDER', (row, y) => mean(withSigns(row, y).map((z) => 1 - positive(z)))],
          ['ovr-19', 'ORDER', (row, y) => positive(1 - mean(withSigns(row, y)))],
        ]),
      ],
    },
  ],
  publicCases: [
    [matrix([[0.85, 0.12, 0.08, 0.01, 0, 0, 0.23, 0, 0.4, 0.2]]), vector(0)],
    [
      matrix([
        [3, 1.25, -1.5, 1.5],
        [0.25, 0.125, 0.75, -1],
        [-2.5, 2, 0.5, 1],
      ]),
      vector(0, 1, 3),
    ],
    [
      matrix([
        [-1.5, 2, 0.25],
        [1.75, -2.5, -3],
        [0.5, -0.25, -1],
        [-2, 1.5, 0.75],
        [-3, -1.25, 2.5],
      ]),
      vector(1, 0, 2, 2, 2),
    ],
  ],
  secretCases: (random) => classScores(random).map(([scores, classes]) => [scores, classes]),
  extremeCases: [],
};
