import { pair, shapes } from '../draw';
import type { Item, Reference, Values } from '../format';
import { errors, map, matrix, mean, scalar, sum, tensor, vector } from '../numbers';
import { abs, mistakes, squares } from './errors';

type Formula = (d1: number[], d2: number[], o1: Values, o2: Values, t: Values) => number;

const ofThree =
  (f: Formula): Reference =>
  (output1, output2, target) => {
    const [o1, o2, t] = [tensor(output1), tensor(output2), tensor(target)];
    return scalar(f(errors(o1, t), errors(o2, t), o1, o2, t));
  };

/** The activity: Σ|output1 - target| + Σ|output2 - target|. On its own numbers |Σd₁| + |Σd₂| is right too, so others decide. */
export const fpp: Item = {
  id: 'fpp',
  title: { pt: 'A perda FPP', es: 'La pérdida FPP' },
  points: { value: 2, shape: 1, leak: 1 },
  functions: [
    {
      name: 'fpp',
      line: 'value',
      reference: ofThree((d1, d2) => sum(abs(d1)) + sum(abs(d2))),
      mistakes: mistakes<Formula>(ofThree, [
        ['fpp-1', 'MEAN', (d1, d2) => mean(abs(d1)) + mean(abs(d2))],
        ['fpp-2', 'MEAN', (d1, d2) => mean(abs([...d1, ...d2]))],
        ['fpp-3', 'ABS', (d1, d2) => sum(d1) + sum(d2)],
        ['fpp-4', 'ORDER', (d1, d2) => Math.abs(sum(d1)) + Math.abs(sum(d2))],
        ['fpp-5', 'ORDER', (d1, d2) => Math.abs(sum(d1) + sum(d2))],
        ['fpp-6', 'SQ', (d1, d2) => sum(squares(d1)) + sum(squares(d2))],
        ['fpp-7', 'SIGN', (d1, d2) => sum(abs(d1)) - sum(abs(d2))],
        ['fpp-8', 'ORDER', (_d1, d2, o1) => sum(o1.data.map((x, i) => Math.abs(x + (d2[i] ?? NaN))))],
        ['fpp-9', 'TERM', (d1) => sum(abs(d1))],
        ['fpp-10', 'HALF', (d1, d2) => (sum(abs(d1)) + sum(abs(d2))) / 2],
        ['fpp-11', 'TERM', (_d1, d2) => sum(abs(d2))],
        ['fpp-12', 'TERM', (d1) => 2 * sum(abs(d1))],
        ['fpp-13', 'TERM', (_d1, d2) => 2 * sum(abs(d2))],
        ['fpp-14', 'ORDER', (d1, d2) => sum(abs(d1.map((d, i) => (d + (d2[i] ?? NaN)) / 2)))],
        ['fpp-15', 'ORDER', (d1, d2) => sum(abs(d1.map((d, i) => d + (d2[i] ?? NaN))))],
        ['fpp-16', 'TERM', (d1, d2) => sum(abs(d1.map((d, i) => d - (d2[i] ?? NaN))))],
        ['fpp-18', 'ABS', (d1, d2) => sum(abs(d1)) + sum(d2)],
        ['fpp-19', 'ABS', (d1, d2) => sum(d1) + sum(abs(d2))],
        ['fpp-17', 'SQ', (d1, d2) => Math.sqrt(sum(squares(d1))) + Math.sqrt(sum(squares(d2)))],
      ]),
    },
  ],
  publicCases: [
    [vector(1, 2, 3, 4), vector(0.5, 1.5, 2.5, 3.5), vector(0.8, 1.7, 2.9, 3.8)],
    [vector(1, -2, 3), vector(-1, 0.5, 2), vector(0.5, -1, 3)],
    [matrix([[2, -1, 0.25, 4]]), matrix([[0, 1.5, 0.25, -3]]), matrix([[1, 0.5, -0.5, 2]])],
  ],
  secretCases: (random) =>
    shapes(random).map((shape) => {
      const [output1, target] = pair(random, shape);
      const [input, around] = pair(random, shape);
      const d2 = errors(input, around).reverse();
      return [output1, map(target, (t, i) => Math.fround(t + (d2[i] ?? 0))), target];
    }),
  extremeCases: [],
};
