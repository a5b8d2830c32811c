import { mistakes } from '../classification/samples';
import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { map, matrix, tensor, vector } from '../numbers';

type One = (x: number) => number;

const ofEach =
  (f: One): Reference =>
  (x) =>
    map(tensor(x), f);

const right: One = (x) => (x === 0 ? 1 : Math.log1p(x) / x);

/** 1 + x as float32 has it, and its logarithm. */
const rounded: One = (x) => Math.fround(1 + x);
const logOfRounded: One = (x) => Math.log(rounded(x));

/** log(1 + x)/x, element by element, 1 at 0; where x is small, 1 + x has lost its digits. */
export const relativeLog: Item = {
  id: 'relativeLog',
  title: { pt: 'Os dígitos perdidos: ache os erros', es: 'Los dígitos perdidos: encuentra los errores' },
  points: { value: 2, shape: 1, stability: 3, leak: 1 },
  functions: [
    {
      name: 'relativeLog',
      line: 'value',
      reference: ofEach(right),
      mistakes: mistakes<One>(ofEach, [
        ['rlg-1', 'STARTER', (x) => Math.log1p(x) / (x + 0.01)],
        ['rlg-2', 'EPS', (x) => Math.log1p(x + 0.01) / x],
        ['rlg-3', 'EPS', (x) => right(x + 0.01)],
        ['rlg-4', 'TERM', Math.log1p],
        ['rlg-5', 'LOGBASE', (x) => right(x) / Math.LN2],
        ['rlg-6', 'LOGBASE', (x) => right(x) / Math.LN10],
        ['rlg-7', 'ORDER', (x) => 1 / right(x)],
        ['rlg-8', 'SIGN', (x) => -right(x)],
        ['rlg-9', 'OTHER', (x) => 1 - x / 2],
        ['rlg-10', 'SIGN', (x) => right(-x)],
        ['rlg-11', 'REWRITE', (x) => Math.log1p(x) / (1 + x)],
        ['rlg-12', 'OTHER', (x) => Math.expm1(x) / x],
        ['rlg-13', 'ORDER', (x) => Math.log1p(x) * x],
        ['rlg-25', 'SQ', (x) => Math.log1p(x) / (x * x)],
        ['rlg-14', 'ABS', (x) => Math.log1p(x) / Math.abs(x)],
        ['rlg-15', 'OTHER', () => 1],
        ['rlg-16', 'EPS', (x) => (x + 0.01 === 0 ? NaN : right(x) + 0.01)],
        ['rlg-17', 'EPS', (x) => Math.log1p(x) / (x + 0.001)],
        ['rlg-18', 'OTHER', (x) => 1 - x / 2 + (x * x) / 3],
        ['rlg-19', 'OTHER', (x) => Math.log(2 + x) / x],
        ['rlg-20', 'ABS', (x) => Math.log1p(x) / Math.max(x, 1e-8)],
      ]),
      extremeMistakes: mistakes<One>(ofEach, [
        ['rlg-21', 'DIGITS', (x) => (x === 0 ? 1 : logOfRounded(x) / x)],
        ['rlg-22', 'DIGITS', (x) => (rounded(x) === 1 ? 1 : logOfRounded(x) / x)],
        ['rlg-23', 'LIMIT', (x) => (rounded(x) === 1 ? 0 : right(x))],
        ['rlg-24', 'LIMIT', (x) => (x === 0 ? 0 : right(x))],
      ]),
    },
  ],
  publicCases: [
    [vector(0.5, -0.25, 2)],
    [
      matrix([
        [0.1, -0.5, 0.75, 1.5],
        [-0.125, 0.25, -0.75, 3],
      ]),
    ],
    [vector(-0.2, 0.4, 1, -0.6, 0.0625)],
  ],
  secretCases: (random) =>
    shapes(random).map((shape) => {
      const size = shape.reduce((product, n) => product * n, 1);
      const data = Array.from({ length: size }, (_, i) =>
        Math.fround(i % 3 === 0 ? 0.08 + 0.4 * random() : i % 3 === 1 ? -0.1 - 0.5 * random() : 0.9 + 2 * random()),
      );
      return [{ shape: [...shape], data }];
    }),
  extremeCases: [[vector(1e-8, -1e-8, 1e-7, 3e-6, 1e-4, -1e-5)], [vector(0, 0.5, -0.5, 1e-30)]],
};
