import { shapes } from '../draw';
import type { Argument, Item, Reference, Values } from '../format';
import { errors, map, mean, number, scalar, sum, tensor, vector, matrix } from '../numbers';
import { mistakes } from '../regression/errors';

/** A number of one error, from the zone's half width ε and the price κ of an error below it. */
type Zone = (d: number, epsilon: number, kappa: number) => number;

/** A scalar from all errors. */
type Whole = (d: readonly number[], epsilon: number, kappa: number) => number;

const ofWhole =
  (f: Whole): Reference =>
  (input, target, epsilon, kappa) =>
    scalar(f(errors(tensor(input), tensor(target)), number(epsilon), number(kappa)));

const meanOf = (f: Zone): Reference => ofWhole((d, e, k) => mean(d.map((one) => f(one, e, k))));

/** A number of the gradient, which also knows how many errors there are. */
type Slope = (d: number, epsilon: number, kappa: number, n: number) => number;

const slopes =
  (f: Slope): Reference =>
  (input, target, epsilon, kappa) => {
    const d = errors(tensor(input), tensor(target));
    return map(tensor(input), (_x, i) => f(d[i] ?? NaN, number(epsilon), number(kappa), d.length));
  };

const right: Zone = (d, e, k) => Math.max(0, d - e, -k * (d + e));
const slope: Zone = (d, e, k) => (d > e ? 1 : d < -e ? -k : 0);

/** mean of max(0, d − ε, −κ(d + ε)); the slope is 1, 0 or −κ, and 0 exactly at the ends of the zone. */
export const deadZone: Item = {
  id: 'deadZone',
  title: { pt: 'Da fórmula à perda: uma zona sem custo', es: 'De la fórmula a la pérdida: una zona sin costo' },
  points: { value: 3, gradient: 4, shape: 1, leak: 1 },
  functions: [
    {
      name: 'deadZone',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Zone>(meanOf, [
          ['dz-2', 'BRANCH', (d, e, k) => right(-d, e, k)],
          ['dz-3', 'DEFAULT', (d, e) => right(d, e, 1)],
          ['dz-4', 'MAX0', (d, e, k) => Math.max(d - e, -k * (d + e))],
          ['dz-5', 'TERM', (d, _e, k) => right(d, 0, k)],
          ['dz-6', 'SHIFT', (d, e, k) => (Math.abs(d) <= e ? 0 : right(d, 0, k))],
          ['dz-8', 'ORDER', (d, e, k) => Math.max(0, d - e, -k * d - e)],
          ['dz-9', 'SQ', (d, e, k) => right(d, e, k) ** 2],
          ['dz-11', 'SIGN', (d, e, k) => Math.max(0, d - e, -k * (d - e))],
          ['dz-12', 'TERM', (d, e) => Math.max(0, d - e)],
          ['dz-13', 'TERM', (d, e, k) => Math.max(0, -k * (d + e))],
          ['dz-14', 'SIGN', (d, e, k) => Math.max(0, d - e, k * (d + e))],
          ['dz-15', 'ORDER', (d, e, k) => Math.max(0, d - e, -k * d + e)],
          ['dz-16', 'BRANCH', (d, e, k) => k * Math.max(0, Math.abs(d) - e)],
          ['dz-17', 'TERM', (d, e, k) => Math.max(0, d - e, -k * d)],
          ['dz-18', 'TERM', (d, e, k) => Math.max(0, d, -k * (d + e))],
          ['dz-19', 'MAX0', (d, e, k) => d - e - k * (d + e)],
          ['dz-20', 'MAX0', (d, e, k) => Math.min(0, d - e, -k * (d + e))],
          ['dz-21', 'MAX0', (d, e, k) => Math.max(0, Math.min(d - e, -k * (d + e)))],
          ['dz-22', 'ORDER', (d, e, k) => Math.max(d, -k * d) - e],
          ['dz-23', 'SQ', (d, e, k) => right(d, e, k * k)],
          ['dz-24', 'SCALE', (d, e, k) => right(d, e, 1 / k)],
          ['dz-25', 'SWAP', (d, e, k) => right(d, k, e)],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['dz-1', 'SUM', (d, e, k) => sum(d.map((one) => right(one, e, k)))],
          ['dz-10', 'ORDER', (d, e, k) => right(mean(d), e, k)],
          ['dz-26', 'DIV', (d, e, k) => mean(d.map((one) => right(one, e, k)).filter((cost) => cost > 0))],
        ]),
      ],
    },
    {
      name: 'deadZoneGrad',
      line: 'gradient',
      reference: slopes((d, e, k, n) => slope(d, e, k) / n),
      mistakes: [
        ...mistakes<Slope>(slopes, [
          ['dz-g1', 'GRADN', (d, e, k) => slope(d, e, k)],
          ['dz-g2', 'GRADSIGN', (d, e, k, n) => -slope(d, e, k) / n],
          ['dz-g3', 'KINK', (d, e, k, n) => (d >= e ? 1 : d <= -e ? -k : 0) / n],
          ['dz-g4', 'DEFAULT', (d, e, _k, n) => slope(d, e, 1) / n],
          ['dz-g5', 'TERM', (d, _e, k, n) => slope(d, 0, k) / n],
          ['dz-g6', 'BRANCH', (d, e, k, n) => -slope(-d, e, k) / n],
          ['dz-g7', 'SIGN', (d, e, k, n) => Math.abs(slope(d, e, k)) / n],
          ['dz-g8', 'CHAIN', (d, e, k, n) => (slope(d, e, k) * right(d, e, k)) / n],
          ['dz-g9', 'KINK', (d, e, k, n) => (d === e ? 0.5 : d === -e ? -k / 2 : slope(d, e, k)) / n],
          ['dz-g10', 'SCALE', (d, e, k, n) => slope(d, e, 1 / k) / n],
          ['dz-g11', 'BRANCH', (d, e, k, n) => ((d < e ? 1 : 0) - (d > -e ? k : 0)) / n],
          ['dz-g12', 'SIGN', (d, e, k, n) => ((d > e ? 1 : 0) - (d < e ? k : 0)) / n],
          ['dz-g13', 'TERM', (d, _e, _k, n) => Math.sign(d) / n],
          ['dz-g14', 'SCALE', (d, e, k, n) => slope(d, e, k * e) / n],
        ]),
        {
          id: 'dz-g15',
          family: 'DIV',
          of: (...args) => {
            const all = slopes((d, e, k) => slope(d, e, k))(...args);
            const count = all.data.filter((one) => one !== 0).length;
            return map(all, (one) => one / count);
          },
        },
      ],
    },
  ],
  // The first error of each is at an end of the zone.
  publicCases: [
    [vector(2, 3, -1, 0.25, 1.5, -4), vector(1.5, 1, 1, 0.5, 1.5, -3.75), 0.5, 3],
    [
      matrix([
        [0.75, 2, -1],
        [3, -2.5, 1.25],
        [0.5, 1, -3],
      ]),
      matrix([
        [2, 1.5, 2],
        [0, -2, 1],
        [-1.5, 4, -3],
      ]),
      1.25,
      0.4,
    ],
    [vector(0.25), vector(2.25), 0.75, 2],
  ],
  secretCases: (random) => shapes(random).map((shape, i) => zoned(random, shape, i)),
  extremeCases: [],
};

/** Errors at an end of the zone, within it, above and below; the numbers are sixteenths, so that the first is at the end exactly. */
function zoned(random: () => number, shape: readonly number[], i: number): [Values, Values, ...Argument[]] {
  const sixteenths = (low: number, high: number): number => Math.round((low + (high - low) * random()) * 16) / 16;
  const epsilon = sixteenths(0.4 + i / 2, 0.7 + i / 2);
  const kappa = Math.round(([2, 3, 0.3][i] ?? 2) * 10 + 5 * random()) / 10;
  const size = shape.reduce((product, n) => product * n, 1);
  const regions = [i % 2 === 0 ? 1 : -1, 0.4, -0.5, 2.3, -2.6];
  const target = Array.from({ length: size }, () => sixteenths(-4, 4));
  const input = target.map((t, j) => {
    const region = regions[j];
    const d = j === 0 ? epsilon * (region ?? 1) : epsilon * ((region ?? 7 * random() - 3) + 0.07 + 0.1 * random());
    return Math.fround(t + d);
  });
  return [{ shape, data: input }, { shape, data: target }, epsilon, kappa];
}
