import { fromRows, mistakes, rowsOf } from '../classification/samples';
import type { Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, tensor } from '../numbers';
import { triplets } from './draw';
import { distance, minus, plus, times, unit, type Vector } from './vectors';

interface Triplet {
  readonly a: Vector;
  readonly p: Vector;
  readonly n: Vector;
}

type Arguments = Parameters<Reference>;

function tripletsOf([anchor, positive, negative]: Arguments): Triplet[] {
  const [p, n] = [rowsOf(tensor(positive)), rowsOf(tensor(negative))];
  return rowsOf(tensor(anchor)).map((a, i) => ({ a, p: p[i] ?? [], n: n[i] ?? [] }));
}

/** A scalar from all triplets. */
type Whole = (all: readonly Triplet[], margin: number) => number;

const ofWhole =
  (whole: Whole): Reference =>
  (...args) =>
    scalar(whole(tripletsOf(args), number(args[3])));

/** A number of one triplet. */
type OfTriplet = (triplet: Triplet, margin: number) => number;

const meanOf = (loss: OfTriplet): Reference =>
  ofWhole((all, margin) => mean(all.map((triplet) => loss(triplet, margin))));

/** By how much the negative is too near, with a distance of one's own. */
const lackBy =
  (d: (x: Vector, y: Vector) => number): OfTriplet =>
  ({ a, p, n }, margin) =>
    d(a, p) - d(a, n) + margin;

const lack = lackBy(distance);
const hinge =
  (of: OfTriplet): OfTriplet =>
  (triplet, margin) =>
    Math.max(0, of(triplet, margin));
const right = hinge(lack);

const square = (x: Vector, y: Vector): number => distance(x, y) ** 2;
const city = (x: Vector, y: Vector): number => sum(minus(x, y).map(Math.abs));
const ofMean = (x: Vector, y: Vector): number => distance(x, y) / Math.sqrt(x.length);

const turned = (vectors: readonly Vector[]): number[][] =>
  (vectors[0] ?? []).map((_x, c) => vectors.map((row) => row[c] ?? NaN));

const columns = (all: readonly Triplet[]): Triplet[] => {
  const [a, p, n] = [turned(all.map((one) => one.a)), turned(all.map((one) => one.p)), turned(all.map((one) => one.n))];
  return a.map((row, i) => ({ a: row, p: p[i] ?? [], n: n[i] ?? [] }));
};

/** A row of the gradient by the anchor, from a triplet, the margin and how many triplets there are. */
type Slope = (triplet: Triplet, margin: number, count: number) => number[];

const gradientOf =
  (slope: Slope): Reference =>
  (...args) => {
    const all = tripletsOf(args);
    return fromRows(all.map((triplet) => slope(triplet, number(args[3]), all.length)));
  };

/** A row of the gradient where the triplet is active. */
const active =
  (pull: (triplet: Triplet) => number[]): Slope =>
  (triplet, margin, count) =>
    times(lack(triplet, margin) > 0 ? 1 / count : 0, pull(triplet));

const toPositive = ({ a, p }: Triplet): number[] => unit(minus(a, p));
const toNegative = ({ a, n }: Triplet): number[] => unit(minus(a, n));
const pull = (triplet: Triplet): number[] => minus(toPositive(triplet), toNegative(triplet));
const slope = active(pull);

/** mean of max(0, d(a, p) - d(a, n) + margin), and its gradient by the anchor; of two equal vectors the direction is 0. */
export const triplet: Item = {
  id: 'triplet',
  title: { pt: 'A perda de triplas e o seu gradiente', es: 'La pérdida de tripletas y su gradiente' },
  points: { value: 3, gradient: 4, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'triplet',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<OfTriplet>(meanOf, [
          ['tri-1', 'SIGN', ({ a, p, n }, m) => right({ a, p: n, n: p }, m)],
          ['tri-2', 'MARGIN', (one) => right(one, 0)],
          ['tri-3', 'MARGIN', (one, m) => right(one, -m)],
          ['tri-4', 'MAX0', lack],
          ['tri-5', 'SQRT', hinge(lackBy(square))],
          ['tri-6', 'OTHER', hinge(lackBy(city))],
          ['tri-7', 'ROLE', ({ a, p, n }, m) => Math.max(0, distance(a, p) - distance(p, n) + m)],
          [
            'tri-8',
            'OTHER',
            ({ a, p, n }, m) => Math.max(0, distance(a, p) - Math.min(distance(a, n), distance(p, n)) + m),
          ],
          ['tri-11', 'AXIS', hinge(lackBy(ofMean))],
          ['tri-13', 'SQ', (one, m) => right(one, m) ** 2],
          ['tri-15', 'OTHER', ({ a, p, n }) => distance(a, p) / distance(a, n)],
          ['tri-16', 'TERM', ({ a, p, n }, m) => distance(a, p) + Math.max(0, m - distance(a, n))],
          ['tri-17', 'DEFAULT', (one) => right(one, 1)],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['tri-9', 'SUM', (all, m) => sum(all.map((one) => right(one, m)))],
          ['tri-10', 'ORDER', (all, m) => Math.max(0, mean(all.map((one) => lack(one, m))))],
          ['tri-12', 'AXIS', (all, m) => mean(columns(all).map((one) => right(one, m)))],
          ['tri-14', 'DIV', (all, m) => mean(all.map((one) => right(one, m)).filter((loss) => loss > 0))],
        ]),
      ],
    },
    {
      name: 'tripletGrad',
      line: 'gradient',
      reference: gradientOf(slope),
      mistakes: mistakes<Slope>(gradientOf, [
        ['tri-g1', 'GRADN', (one, m) => slope(one, m, 1)],
        ['tri-g2', 'GRADSIGN', (one, m, count) => times(-1, slope(one, m, count))],
        ['tri-g3', 'SQRT', active(({ p, n }) => times(2, minus(n, p)))],
        ['tri-g4', 'CHAIN', active(({ p, n }) => minus(n, p))],
        ['tri-g5', 'MAX0', (one, _m, count) => times(1 / count, pull(one))],
        ['tri-g6', 'ROLE', active((one) => times(-1, toPositive(one)))],
        ['tri-g7', 'TERM', active(toPositive)],
        ['tri-g8', 'TERM', active((one) => times(-1, toNegative(one)))],
        ['tri-g9', 'SIGN', active((one) => plus(toPositive(one), toNegative(one)))],
        ['tri-g10', 'CHAIN', (one, m, count) => times(right(one, m), slope(one, m, count))],
        ['tri-g11', 'DEFAULT', (one, _m, count) => slope(one, 1, count)],
        ['tri-g12', 'MARGIN', (one, _m, count) => slope(one, 0, count)],
        ['tri-g13', 'CHAIN', active((one) => unit(pull(one)))],
      ]),
    },
  ],
  // In the first case the mean of d(a, p) - d(a, n) + margin is negative.
  publicCases: [
    [
      matrix([
        [0, 0],
        [1, 1],
        [2, 0],
      ]),
      matrix([
        [0.6, 0],
        [1, 1.4],
        [0, 1],
      ]),
      matrix([
        [1, 1],
        [6, 1],
        [2, 0.5],
      ]),
      0.9,
    ],
    [
      matrix([
        [0.5, 1, -1],
        [2, -0.5, 0],
        [-1, 0.25, 1.5],
        [0, 2, 0.5],
        [1, 1, 1],
      ]),
      matrix([
        [1.5, 0.5, -1.25],
        [1, 0, 0.75],
        [-0.5, 1.25, 1],
        [0.5, 1.5, -0.5],
        [0, 1.5, 1.25],
      ]),
      matrix([
        [0.25, 1.75, -0.5],
        [2.5, -2.5, 1],
        [0.5, -1, 1.25],
        [-0.75, 1.5, 1],
        [0.5, 2, 0.25],
      ]),
      0.6,
    ],
  ],
  secretCases: triplets,
  // Vectors that coincide: an anchor with its positive, with its negative, and all at one point.
  extremeCases: [
    [
      matrix([
        [1, 2, -1],
        [0.5, -1, 2],
        [1, 0, 1],
      ]),
      matrix([
        [1, 2, -1],
        [1.5, -1, 2.5],
        [0, 1, 1],
      ]),
      matrix([
        [1, 2.5, -1],
        [0.5, -1, 2],
        [3, 3, 3],
      ]),
      0.75,
    ],
    [matrix([[0.5, 0.25]]), matrix([[0.5, 0.25]]), matrix([[0.5, 0.25]]), 2],
  ],
};
