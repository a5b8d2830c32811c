import { mistakes } from '../classification/samples';
import type { Argument, Item } from '../format';
import { matrix } from '../numbers';
import {
  cost,
  crossed,
  drawn,
  error,
  halfLog2Pi,
  meanOf,
  ofTable,
  pairedOff,
  predictions,
  sumOf,
  targets,
  type Observed,
  type OfAll,
} from './observations';

const twice = (one: Observed): number => (one.s + error(one) ** 2 * Math.exp(-2 * one.s)) / 2;

const asLogStd = (one: Observed): number => cost({ ...one, s: 2 * one.s });

const asStd = (one: Observed): number => (one.s + error(one) ** 2 * Math.exp(-one.s / 2)) / 2;

const column = (all: readonly Observed[]): readonly Argument[] => {
  const { data } = targets(all);
  return [predictions(all), { shape: [data.length, 1], data }];
};

/** What the exercise hands out has three bugs: [N, 1] against [N], s squared again, the logarithm of an exponential. */
export const columnNll: Item = {
  id: 'column',
  title: { pt: 'A coluna [N, 1]: ache os erros', es: 'La columna [N, 1]: encuentra los errores' },
  points: { value: 4, shape: 1, stability: 2 },
  functions: [
    {
      name: 'columnNll',
      line: 'value',
      reference: ofTable(meanOf(cost)),
      mistakes: mistakes<OfAll>(ofTable, [
        ['col-1', 'BROADCAST', (all) => meanOf(cost)(crossed(all))],
        ['col-2', 'LOGVAR', meanOf(asLogStd)],
        ['col-3', 'BROADCAST', (all) => meanOf(asLogStd)(crossed(all))],
        ['col-4', 'LOGVAR', meanOf(twice)],
        ['col-5', 'STARTER', (all) => meanOf(twice)(crossed(all))],
        ['col-6', 'LOGVAR', meanOf(asStd)],
        ['col-7', 'BROADCAST', (all) => meanOf(asStd)(crossed(all))],
        ['col-8', 'SUM', sumOf(cost)],
        ['col-9', 'SUM', (all) => meanOf(cost)(crossed(all)) * all.length],
        ['col-10', 'HALF', meanOf((one) => 2 * cost(one))],
        ['col-11', 'SIGN', meanOf((one) => -cost(one))],
        ['col-12', 'TERM', meanOf((one) => cost(one) - one.s / 2)],
        ['col-13', 'CONST', meanOf((one) => halfLog2Pi + cost(one))],
        ['col-14', 'WHICH', meanOf(({ m, s, y }) => cost({ m: s, s: m, y }))],
        ['col-15', 'BROADCAST', (all) => meanOf(cost)(pairedOff(all, ({ m }, { s, y }) => ({ m, s, y })))],
        ['col-16', 'BROADCAST', (all) => meanOf(cost)(pairedOff(all, ({ m, y }, { s }) => ({ m, s, y })))],
        ['col-17', 'BROADCAST', (all) => meanOf(cost)(all.map(({ m, s }) => ({ m, s, y: all[0]?.y ?? NaN })))],
        ['col-18', 'SQ', meanOf((one) => (one.s + Math.abs(error(one)) * Math.exp(-one.s)) / 2)],
        ['col-19', 'SQ', meanOf((one) => (one.s + error(one) * Math.exp(-one.s)) / 2)],
        ['col-20', 'SIGN', meanOf((one) => (one.s + error(one) ** 2 * Math.exp(one.s)) / 2)],
        ['col-21', 'HALF', meanOf((one) => cost(one) - one.s / 4)],
        ['col-22', 'HALF', meanOf((one) => cost(one) + one.s / 2)],
      ]),
    },
  ],
  publicCases: [
    [
      matrix([
        [1, -0.5],
        [0.25, 0.75],
        [-1, 0.5],
        [2, 1.5],
      ]),
      matrix([[2.25], [-0.5], [-1], [3]]),
    ],
    [
      matrix([
        [0, 1],
        [2, -1.25],
        [-0.5, 0.5],
      ]),
      matrix([[-3], [2.5], [0]]),
    ],
  ],
  secretCases: (random) => [4, 5, 7].map((count) => column(drawn(random, count))),
  // log(e^s) is ∞ from s = 89 and -∞ below -104.
  extremeCases: [
    [
      matrix([
        [1, 120],
        [0, 0.5],
      ]),
      matrix([[3], [2]]),
    ],
    [
      matrix([
        [1, 0.5],
        [-1, 200],
        [0.5, -0.5],
      ]),
      matrix([[0], [2], [1]]),
    ],
  ],
};
