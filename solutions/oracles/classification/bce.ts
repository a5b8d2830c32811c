import { shapes } from '../draw';
import type { Item, Reference, Values } from '../format';
import { map, matrix, mean, scalar, sum, tensor, vector } from '../numbers';
import { logSumExp, sigmoid, softplus } from './rows';
import { mistakes } from './samples';

/** The loss of one yes-or-no answer, or its slope, from the logit and the label. */
type Answer = (z: number, y: number) => number;

/** A scalar from all logits and labels. */
type Whole = (z: readonly number[], y: readonly number[]) => number;

const ofWhole =
  (f: Whole): Reference =>
  (logits, target) =>
    scalar(f(tensor(logits).data, tensor(target).data));

const each = (f: Answer, z: readonly number[], y: readonly number[]): number[] => z.map((zi, i) => f(zi, y[i] ?? NaN));

const meanOf = (f: Answer): Reference => ofWhole((z, y) => mean(each(f, z, y)));

const slopeOf =
  (f: Answer): Reference =>
  (logits, target) => {
    const z = tensor(logits);
    const y = tensor(target).data;
    return map(z, (zi, i) => f(zi, y[i] ?? NaN) / z.data.length);
  };

const right: Answer = (z, y) => softplus(z) - y * z;
const slope: Answer = (z, y) => sigmoid(z) - y;
const variance = (z: number): number => sigmoid(z) * sigmoid(-z);

/** PyTorch's lower bound of a logarithm in the loss of probabilities. */
const bounded = (p: number): number => Math.max(Math.log(p), -100);

/** mean of softplus(z) - yz; its gradient is (σ(z) - y)/N. */
export const bce: Item = {
  id: 'bce',
  title: { pt: 'BCE a partir dos logits', es: 'BCE a partir de los logits' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'bce',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Answer>(meanOf, [
          ['bce-2', 'LOGBASE', (z, y) => right(z, y) / Math.LN2],
          ['bce-3', 'SIGN', (z, y) => -right(z, y)],
          ['bce-4', 'BRANCH', (z, y) => y * softplus(-z)],
          ['bce-6', 'SOFTMAX2', (z, y) => right(sigmoid(z), y)],
          ['bce-7', 'NOSOFTMAX', (z, y) => -(y * Math.log(z) + (1 - y) * Math.log(1 - z))],
          ['bce-8', 'LABEL01', (z, y) => right(z, 2 * y - 1)],
          ['bce-9', 'SIGN', (z, y) => softplus(z) + y * z],
          ['bce-10', 'BRANCH', (z, y) => right(z, 1 - y)],
          ['bce-11', 'SWAP', (z, y) => -(sigmoid(z) * bounded(y) + sigmoid(-z) * bounded(1 - y))],
          ['bce-12', 'NOLOG', (z, y) => Math.abs(y - sigmoid(z))],
          ['bce-13', 'OTHER', (z, y) => (y - sigmoid(z)) ** 2],
          ['bce-14', 'EPS', (z, y) => -Math.log((y === 1 ? sigmoid(z) : sigmoid(-z)) + 0.01)],
          ['bce-16', 'REWRITE', (z, y) => Math.max(z, 0) - y * z + softplus(z)],
          ['bce-17', 'TERM', softplus],
          ['bce-18', 'BRANCH', (z, y) => (1 - y) * softplus(z)],
          ['bce-19', 'REWRITE', (z, y) => Math.max(z, 0) - y * z + softplus(-z)],
          ['bce-20', 'REWRITE', (z, y) => Math.max(z, 0) - y * z + softplus(Math.abs(z))],
          ['bce-21', 'TERM', (z, y) => Math.max(z, 0) - y * z],
          ['bce-22', 'REWRITE', (z, y) => z - y * z + softplus(-Math.abs(z))],
          ['bce-23', 'LABEL01', (z, y) => softplus(-y * z)],
          ['bce-24', 'NOLOG', (z, y) => Math.max(z, 0) - y * z - Math.abs(z)],
          ['bce-25', 'REWRITE', (z, y) => softplus(-Math.abs(z)) - y * z],
          ['bce-26', 'TERM', (z, y) => y * softplus(-z) + softplus(z)],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['bce-1', 'SUM', (z, y) => sum(each(right, z, y))],
          ['bce-5', 'BRANCH', (z, y) => sum(each((zi, yi) => yi * softplus(-zi), z, y)) / sum(y)],
          ['bce-15', 'LINK', (z, y) => sum(each((zi, yi) => yi * (logSumExp(z) - zi), z, y)) / sum(y)],
        ]),
      ],
    },
    {
      name: 'bceGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        { id: 'bce-g1', family: 'GRADN', of: (z, y) => map(tensor(z), (zi, i) => slope(zi, tensor(y).data[i] ?? NaN)) },
        ...mistakes<Answer>(slopeOf, [
          ['bce-g2', 'GRADSIGN', (z, y) => -slope(z, y)],
          ['bce-g3', 'WRT', (z, y) => slope(z, y) / variance(z)],
          ['bce-g4', 'CHAIN', (z, y) => slope(z, y) * variance(z)],
          ['bce-g5', 'TERM', (z) => sigmoid(z)],
          ['bce-g6', 'TWO', (z, y) => 2 * slope(z, y)],
          ['bce-g7', 'OTHER', (z, y) => 2 * slope(z, y) * variance(z)],
          ['bce-g8', 'SOFTMAX2', (z, y) => (sigmoid(sigmoid(z)) - y) * variance(z)],
          ['bce-g9', 'LINK', (z, y) => z - y],
          ['bce-g10', 'BRANCH', (z, y) => sigmoid(z) - (1 - y)],
          ['bce-g11', 'LINK', (z, y) => (z > 0 ? 1 : 0) - y],
        ]),
      ],
    },
  ],
  publicCases: [
    [vector(2, -1, 0.75, -3, 0.25), vector(1, 0, 0, 1, 1)],
    [
      matrix([
        [2.5, 0.5, -2, 0.25],
        [1.5, -1, -0.5, 3],
        [-2, 4, 0.5, -4],
      ]),
      matrix([
        [1, 1, 0, 0],
        [0, 1, 1, 1],
        [0, 0, 1, 0],
      ]),
    ],
    [vector(-1.5), vector(1)],
  ],
  secretCases: (random) => shapes(random).map((shape) => answers(random, shape)),
  extremeCases: [
    [vector(1000, -1000, 1000, -1000, 0), vector(0, 1, 1, 0, 0)],
    [vector(89, -89, 104, -104, 17, -17), vector(0, 1, 1, 0, 1, 0)],
  ],
};

/** Logits of both signs, each with a label of each kind, and none 0, where the sigmoid is its own mirror. */
function answers(random: () => number, shape: readonly number[]): [logits: Values, target: Values] {
  const size = shape.reduce((product, n) => product * n, 1);
  const logits: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < size; i++) {
    const side = i < 4 ? (i % 2 === 0 ? 1 : -1) : random() < 0.6 ? 1 : -1;
    logits.push(Math.fround(side * (0.4 + 2.4 * random())));
    target.push(i < 4 ? Number(i < 2) : Number(random() < 0.4));
  }
  return [
    { shape: [...shape], data: logits },
    { shape: [...shape], data: target },
  ];
}
