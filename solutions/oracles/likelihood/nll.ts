import { mistakes } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, vector } from '../numbers';
import {
  cost,
  crossed,
  drawn,
  error,
  halfLog2Pi,
  meanOf,
  observed,
  ofTable,
  predictions,
  sumOf,
  targets,
  type Observed,
  type OfAll,
} from './observations';

/** The two slopes of an observation, by its mean and its log-variance, before the division by N. */
type Slopes = (one: Observed, n: number) => readonly [byMean: number, byLogVariance: number];

const gradient =
  (f: Slopes): Reference =>
  (prediction, target) => {
    const all = observed(prediction, target);
    return { shape: [all.length, 2], data: all.flatMap((one) => f(one, all.length).map((x) => x / all.length)) };
  };

/** d e^-s and d² e^-s by the standardised error, so that an exact observation costs no 0 · ∞. */
const z = (one: Observed): number => error(one) * Math.exp(-one.s / 2);

const byMean = (one: Observed): number => -z(one) * Math.exp(-one.s / 2);

const byLogVariance = (one: Observed): number => (1 - z(one) ** 2) / 2;

const stable = meanOf((one) => (one.s + z(one) ** 2) / 2);

const onlyMean =
  (f: (one: Observed, n: number) => number): Slopes =>
  (one, n) => [f(one, n), byLogVariance(one)];

const onlyLogVariance =
  (f: (one: Observed, n: number) => number): Slopes =>
  (one, n) => [byMean(one), f(one, n)];

/** The loss of seed 004, ½(s + d² e^-s) in the mean, and its gradient by the mean and the log-variance. */
export const nll: Item = {
  id: 'nll',
  title: { pt: 'A NLL condicional e o seu gradiente', es: 'La NLL condicional y su gradiente' },
  points: { value: 3, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'conditionalNll',
      line: 'value',
      reference: ofTable(stable),
      mistakes: mistakes<OfAll>(ofTable, [
        ['gnl-1', 'SUM', sumOf(cost)],
        ['gnl-2', 'HALF', meanOf((one) => 2 * cost(one))],
        ['gnl-3', 'HALF', meanOf((one) => one.s / 2 + error(one) ** 2 * Math.exp(-one.s))],
        ['gnl-4', 'HALF', meanOf((one) => one.s + (error(one) ** 2 * Math.exp(-one.s)) / 2)],
        ['gnl-5', 'SIGN', meanOf((one) => -cost(one))],
        ['gnl-6', 'SIGN', meanOf((one) => cost(one) - one.s)],
        ['gnl-7', 'SIGN', meanOf((one) => (one.s + error(one) ** 2 * Math.exp(one.s)) / 2)],
        ['gnl-8', 'LOGVAR', meanOf((one) => cost({ ...one, s: 2 * one.s }))],
        ['gnl-9', 'LOGVAR', meanOf((one) => (one.s + error(one) ** 2 * Math.exp(-2 * one.s)) / 2)],
        ['gnl-10', 'LOGVAR', meanOf((one) => (one.s + error(one) ** 2 * Math.exp(-one.s / 2)) / 2)],
        ['gnl-11', 'LOGVAR', meanOf((one) => (Math.log(one.s) + error(one) ** 2 / one.s) / 2)],
        ['gnl-12', 'TERM', meanOf((one) => cost(one) - one.s / 2)],
        ['gnl-13', 'TERM', meanOf((one) => error(one) ** 2 / 2)],
        ['gnl-14', 'OTHER', meanOf((one) => error(one) ** 2)],
        ['gnl-15', 'SQ', meanOf((one) => (one.s + Math.abs(error(one)) * Math.exp(-one.s)) / 2)],
        ['gnl-16', 'CONST', meanOf((one) => halfLog2Pi + cost(one))],
        ['gnl-17', 'CONST', meanOf((one) => 2 * halfLog2Pi + cost(one))],
        ['gnl-18', 'HALF', meanOf((one) => halfLog2Pi + one.s / 2 + error(one) ** 2 * Math.exp(-one.s))],
        ['gnl-19', 'LOGBASE', meanOf((one) => cost(one) / Math.LN2)],
        ['gnl-25', 'HALF', meanOf((one) => cost(one) - one.s / 4)],
        ['gnl-20', 'WHICH', meanOf(({ m, s, y }) => cost({ m: s, s: m, y }))],
        ['gnl-21', 'BROADCAST', (all) => meanOf(cost)(crossed(all))],
        ['gnl-22', 'OTHER', meanOf((one) => Math.LN2 + one.s + Math.abs(error(one)) * Math.exp(-one.s))],
        [
          'gnl-23',
          'ORDER',
          (all) => {
            const s = mean(all.map((one) => one.s));
            return (s + mean(all.map((one) => error(one) ** 2)) * Math.exp(-s)) / 2;
          },
        ],
        ['gnl-24', 'NOLOG', meanOf((one) => -Math.exp(-halfLog2Pi - cost(one)))],
      ]),
    },
    {
      name: 'conditionalNllGrad',
      line: 'gradient',
      reference: gradient((one) => [byMean(one), byLogVariance(one)]),
      mistakes: mistakes<Slopes>(gradient, [
        ['gn-g1', 'GRADN', (one, n) => [n * byMean(one), n * byLogVariance(one)]],
        ['gn-g2', 'GRADSIGN', (one) => [-byMean(one), -byLogVariance(one)]],
        ['gn-g3', 'REORDER', (one) => [byLogVariance(one), byMean(one)]],
        ['gn-g4', 'TWO', (one) => [2 * byMean(one), 2 * byLogVariance(one)]],
        ['gnm-g2', 'GRADSIGN', onlyMean((one) => -byMean(one))],
        ['gnm-g3', 'TERM', onlyMean((one) => -error(one))],
        ['gnm-g4', 'TWO', onlyMean((one) => 2 * byMean(one))],
        ['gnm-g5', 'TWO', onlyMean((one) => byMean(one) / 2)],
        ['gnm-g6', 'LOGVAR', onlyMean((one) => -z(one))],
        ['gnm-g7', 'SIGN', onlyMean((one) => -error(one) * Math.exp(one.s))],
        ['gns-g2', 'SIGN', onlyLogVariance((one) => (1 + z(one) ** 2) / 2)],
        ['gns-g3', 'TERM', onlyLogVariance((one) => -(z(one) ** 2) / 2)],
        ['gns-g4', 'TERM', onlyLogVariance(() => 0.5)],
        ['gns-g5', 'TWO', onlyLogVariance((one) => 1 - z(one) ** 2)],
        ['gns-g6', 'WRT', onlyLogVariance((one) => byLogVariance(one) * Math.exp(-one.s))],
        ['gns-g7', 'WRT', onlyLogVariance((one) => 2 * byLogVariance(one) * Math.exp(-one.s / 2))],
        ['gns-g8', 'GRADSIGN', onlyLogVariance((one) => -byLogVariance(one))],
        ['gns-g10', 'SQ', onlyLogVariance((one) => (1 - error(one) * Math.exp(-one.s)) / 2)],
        ['gns-g9', 'TERM', onlyLogVariance(() => 0)],
        ['gnm-g8', 'TERM', onlyMean(() => 0)],
      ]),
    },
  ],
  publicCases: [
    [matrix([[1, 1]]), vector(3)],
    [
      matrix([
        [1, -0.5],
        [0.25, 0.75],
        [-1, 0.5],
        [2, 1.5],
      ]),
      vector(2.25, -0.5, -1, 3),
    ],
    [
      matrix([
        [0, 1],
        [2, -1.25],
        [-0.5, 0.5],
      ]),
      vector(-3, 2.5, 0),
    ],
  ],
  secretCases: (random) =>
    [4, 5, 7].map((count): readonly Argument[] => {
      const all = drawn(random, count);
      return [predictions(all), targets(all)];
    }),
  // e^100 is ∞ in float32: an exact observation must not cost 0 · ∞, nor a vast variance ∞ / ∞.
  extremeCases: [
    [
      matrix([
        [1, -100],
        [0, 0.5],
      ]),
      vector(1, 2),
    ],
    [
      matrix([
        [1, 100],
        [-2, 0],
        [0.5, 120],
      ]),
      vector(3, -1, 0.5),
    ],
  ],
};
