import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, matrix, mean, scalar, sum, tensor, vector } from '../numbers';
import { samples } from './draw';

type Scalar = (x: readonly number[]) => number;

/** A number of the gradient, from that of x and how many there are. */
type Slope = (x: number, n: number) => number;

const ofAll =
  (f: Scalar): Reference =>
  (x) =>
    scalar(f(tensor(x).data));

const ofEach =
  (f: Slope): Reference =>
  (x) =>
    map(tensor(x), (value) => f(value, tensor(x).data.length));

const terms = (x: readonly number[]): number[] => x.map((value) => Math.log(1 + value * value));

/** mean log(1 + x²) and its gradient: the chain rule with an outer and an inner function. */
export const logSquare: Item = {
  id: 'logSquare',
  title: { pt: 'A regra da cadeia', es: 'La regla de la cadena' },
  points: { value: 2, gradient: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'logSquare',
      line: 'value',
      reference: ofAll((x) => mean(terms(x))),
      mistakes: mistakes<Scalar>(ofAll, [
        ['lsq-1', 'SUM', (x) => sum(terms(x))],
        ['lsq-2', 'LOGBASE', (x) => mean(terms(x)) / Math.LN10],
        ['lsq-3', 'LOGBASE', (x) => mean(terms(x)) / Math.LN2],
        ['lsq-4', 'ORDER', (x) => Math.log(1 + mean(x.map((value) => value * value)))],
        ['lsq-5', 'ORDER', (x) => Math.log(1 + mean(x) ** 2)],
        ['lsq-6', 'SQ', (x) => mean(x.map((value) => Math.log(1 + Math.abs(value))))],
        ['lsq-7', 'ORDER', (x) => mean(x.map((value) => Math.log(Math.abs(1 + value)) ** 2))],
        ['lsq-8', 'TERM', (x) => mean(x.map((value) => Math.log(value * value)))],
        ['lsq-9', 'TERM', (x) => mean(x.map((value) => value * value))],
        ['lsq-10', 'HALF', (x) => mean(terms(x)) / 2],
        ['lsq-11', 'SIGN', (x) => -mean(terms(x))],
        ['lsq-13', 'NOLOG', (x) => mean(x.map((value) => 1 + value * value))],
        ['lsq-14', 'ORDER', (x) => mean(x.map((value) => 1 + Math.log(value * value)))],
        ['lsq-15', 'SIGN', (x) => mean(x.map((value) => Math.log(Math.abs(1 - value * value))))],
        ['lsq-12', 'SQ', (x) => mean(x.map((value) => 2 * Math.log(Math.abs(1 + value))))],
      ]),
    },
    {
      name: 'logSquareGrad',
      line: 'gradient',
      reference: ofEach((x, n) => (2 * x) / (1 + x * x) / n),
      mistakes: mistakes<Slope>(ofEach, [
        ['lsq-g1', 'GRADN', (x) => (2 * x) / (1 + x * x)],
        ['lsq-g2', 'CHAIN', (x, n) => 1 / (1 + x * x) / n],
        ['lsq-g3', 'CHAIN', (x, n) => (2 * x) / n],
        ['lsq-g4', 'TWO', (x, n) => x / (1 + x * x) / n],
        ['lsq-g5', 'GRADSIGN', (x, n) => (-2 * x) / (1 + x * x) / n],
        ['lsq-g6', 'SQ', (x, n) => (2 * x) / (1 + x * x) ** 2 / n],
        ['lsq-g7', 'ABS', (x, n) => (2 * Math.abs(x)) / (1 + x * x) / n],
        ['lsq-g8', 'CHAIN', (x, n) => Math.log(2 * Math.abs(x)) / n],
        ['lsq-g9', 'SQ', (x, n) => (2 * x) / (1 + Math.abs(x)) / n],
        ['lsq-g10', 'TERM', (x, n) => 2 / x / n],
        ['lsq-g14', 'SQ', (x, n) => (2 * x) / (1 + x) / n],
        ['lsq-g11', 'CHAIN', (x, n) => (2 * x * Math.log(1 + x * x)) / n],
        ['lsq-g13', 'CHAIN', (x, n) => (2 * x + 1 / (1 + x * x)) / n],
        ['lsq-g12', 'LOGBASE', (x, n) => (2 * x) / (1 + x * x) / n / Math.LN10],
      ]),
    },
  ],
  publicCases: [
    [vector(0.5, -2, 3)],
    [
      matrix([
        [2.5, -0.25, 1.5, -3],
        [0.75, 0.125, -1.25, 4],
      ]),
    ],
    [vector(-0.5, 2, 0.25, -1.75, 3.5)],
  ],
  secretCases: (random) => samples(random).map((x) => [x]),
  extremeCases: [],
};
