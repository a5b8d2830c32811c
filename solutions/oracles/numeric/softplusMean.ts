import { sigmoid, softplus } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, matrix, mean, number, scalar, sum, tensor, vector } from '../numbers';
import { samples } from '../tools/draw';

/** The loss of one number, or its slope, with beta. */
type One = (x: number, beta: number) => number;

const meanOf =
  (f: One): Reference =>
  (x, beta) =>
    scalar(mean(tensor(x).data.map((value) => f(value, number(beta)))));

const slopeOf =
  (f: One): Reference =>
  (x, beta) =>
    map(tensor(x), (value) => f(value, number(beta)) / tensor(x).data.length);

const right: One = (x, beta) => softplus(beta * x) / beta;
const slope: One = (x, beta) => sigmoid(beta * x);
const relu = (x: number): number => Math.max(x, 0);
const rest: One = (x, beta) => softplus(-Math.abs(beta * x)) / beta;

/** The slope of the rest, without its sign. */
const restSlope: One = (x, beta) => sigmoid(-Math.abs(beta * x));

/** The logarithm after the mean. */
const ofMeanExponential: Reference = (x, beta) =>
  scalar(Math.log1p(mean(tensor(x).data.map((one) => Math.exp(number(beta) * one)))) / number(beta));

/** mean of log(1 + e^(βx))/β; its gradient is σ(βx)/N. */
export const softplusMean: Item = {
  id: 'softplusMean',
  title: { pt: 'Uma softplus que não estoura', es: 'Una softplus que no se desborda' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'softplusMean',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        { id: 'spl-1', family: 'SUM', of: (x, b) => scalar(sum(tensor(x).data.map((one) => right(one, number(b))))) },
        { id: 'spl-2', family: 'ORDER', of: (x, b) => scalar(right(mean(tensor(x).data), number(b))) },
        { id: 'spl-30', family: 'ORDER', of: ofMeanExponential },
        ...mistakes<One>(meanOf, [
          ['spl-3', 'SCALE', (x, beta) => right(x, beta) * beta],
          ['spl-4', 'DEFAULT', (x) => right(x, 1)],
          ['spl-5', 'LOGBASE', (x, beta) => right(x, beta) / Math.LN2],
          ['spl-6', 'SIGN', (x, beta) => right(-x, beta)],
          ['spl-7', 'TERM', relu],
          ['spl-8', 'TERM', rest],
          ['spl-9', 'REWRITE', (x, beta) => relu(x) + right(x, beta)],
          ['spl-10', 'REWRITE', (x, beta) => relu(x) + right(Math.abs(x), beta)],
          ['spl-11', 'REWRITE', (x, beta) => relu(x) + right(-x, beta)],
          ['spl-12', 'MAX0', (x, beta) => x + rest(x, beta)],
          ['spl-13', 'SCALE', (x, beta) => softplus(x) / beta],
          ['spl-14', 'SCALE', (x, beta) => beta * relu(x) + rest(x, beta)],
          ['spl-15', 'SIGN', (x, beta) => -right(x, beta)],
          ['spl-16', 'NOLOG', (x, beta) => (1 + Math.exp(beta * x)) / beta],
          ['spl-17', 'SCALE', (x, beta) => right(x, beta) * beta * beta],
          ['spl-18', 'SCALE', (x, beta) => relu(x) + beta * rest(x, beta)],
          ['spl-19', 'SCALE', (x, beta) => relu(x) + beta * beta * rest(x, beta)],
          ['spl-20', 'SCALE', (x, beta) => relu(x) + softplus(-Math.abs(x)) / beta],
          ['spl-21', 'SCALE', (x, beta) => relu(x) + softplus(-Math.abs(x) / beta) / beta],
          ['spl-22', 'SCALE', (x, beta) => beta * softplus(x / beta)],
          ['spl-24', 'TERM', (x) => x],
          ['spl-23', 'ORDER', (x, beta) => x + 1 / beta],
          ['spl-25', 'TERM', (x) => relu(x) - Math.abs(x)],
          ['spl-26', 'OTHER', (x, beta) => Math.log(2 + Math.exp(beta * x)) / beta],
          ['spl-27', 'OTHER', (x, beta) => relu(x) + Math.log(2 + Math.exp(-Math.abs(beta * x))) / beta],
          ['spl-28', 'SIGN', (x, beta) => relu(x) - rest(x, beta)],
          ['spl-29', 'SIGN', (x, beta) => relu(x) + Math.log1p(-Math.exp(-Math.abs(beta * x))) / beta],
        ]),
      ],
    },
    {
      name: 'softplusMeanGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        { id: 'spl-g1', family: 'GRADN', of: (x, b) => map(tensor(x), (one) => slope(one, number(b))) },
        ...mistakes<One>(slopeOf, [
          ['spl-g2', 'GRADSIGN', (x, beta) => -slope(x, beta)],
          ['spl-g3', 'CHAIN', (x, beta) => beta * slope(x, beta)],
          ['spl-g4', 'CHAIN', (x, beta) => slope(x, beta) / beta],
          ['spl-g5', 'DEFAULT', (x) => slope(x, 1)],
          ['spl-g6', 'BRANCH', (x) => Number(x > 0)],
          ['spl-g7', 'SIGN', (x, beta) => slope(-x, beta)],
          ['spl-g8', 'CHAIN', (x, beta) => beta * slope(x, beta) * slope(-x, beta)],
          ['spl-g9', 'LOGBASE', (x, beta) => slope(x, beta) / Math.LN2],
          ['spl-g10', 'OTHER', (x, beta) => Math.tanh(beta * x)],
          ['spl-g11', 'OTHER', (x, beta) => Math.exp(beta * x)],
          ['spl-g12', 'ABS', (x, beta) => slope(Math.abs(x), beta)],
          ['spl-g13', 'SIGN', (x, beta) => Number(x > 0) + Math.sign(x) * restSlope(x, beta)],
          ['spl-g14', 'CHAIN', (x, beta) => Number(x > 0) - restSlope(x, beta)],
          ['spl-g15', 'CHAIN', (x, beta) => Number(x > 0) - beta * Math.sign(x) * restSlope(x, beta)],
          ['spl-g16', 'CHAIN', right],
        ]),
      ],
    },
  ],
  publicCases: [
    [vector(1, -2, 0.5), 2],
    [
      matrix([
        [0.75, -0.25, 1.5, -3],
        [2.5, 0.5, -1.25, -0.5],
      ]),
      0.5,
    ],
    [vector(-0.5, 2, 0.25, -1.75, 1.25), 3],
  ],
  secretCases: (random) =>
    samples(random).map((x, i) => [x, Math.round(([1.8, 0.5, 2.6][i] ?? 2) * 100 + 20 * random()) / 100]),
  extremeCases: [
    [vector(1000, -1000, 45, -45), 2],
    [vector(200, -300, 178, -2000, 0), 0.5],
  ],
};
