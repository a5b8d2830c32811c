import { softplus } from '../classification/rows';
import { fromRows, mistakes, rowsOf } from '../classification/samples';
import type { Item, Reference } from '../format';
import { matrix, mean, number, scalar, sum, tensor } from '../numbers';
import { triplets } from './draw';
import { cosine, distance, minus, plus, times, unit, type Vector } from './vectors';

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
const ofSum = (x: Vector, y: Vector): number => sum(minus(x, y));
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

const overSquare = (direction: Vector, x: Vector, y: Vector): number[] => times(1 / distance(x, y), direction);

/** PyTorch's 1e-6 on every coordinate: two equal vectors get a direction. */
const nudged = (x: Vector, y: Vector): number[] => unit(minus(x, y).map((difference) => difference + 1e-6));

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
          ['tri-19', 'MARGIN', (one, m) => right(one, 0) + m],
          ['tri-20', 'MAX0', (one, m) => Math.abs(lack(one, m))],
          ['tri-21', 'OTHER', (one, m) => softplus(lack(one, m))],
          ['tri-22', 'OTHER', hinge(lackBy((x, y) => 1 - cosine(x, y)))],
          ['tri-23', 'NORM', ({ a, p, n }, m) => right({ a: unit(a), p: unit(p), n: unit(n) }, m)],
          ['tri-24', 'SIGN', ({ a, p, n }, m) => distance(a, p) + distance(a, n) + m],
          ['tri-25', 'TERM', ({ a, p }, m) => distance(a, p) + m],
          ['tri-26', 'SQ', hinge(lackBy((x, y) => Math.abs(ofSum(x, y))))],
          // The rectifier makes 0 of what is not a number.
          ['tri-27', 'SQ', (one, m) => hinge(lackBy((x, y) => Math.sqrt(ofSum(x, y))))(one, m) || 0],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['tri-9', 'SUM', (all, m) => sum(all.map((one) => right(one, m)))],
          ['tri-10', 'ORDER', (all, m) => Math.max(0, mean(all.map((one) => lack(one, m))))],
          ['tri-12', 'ALONG', (all, m) => mean(columns(all).map((one) => right(one, m)))],
          [
            'tri-18',
            'ALONG',
            (all, m) =>
              right({ a: all.flatMap(({ a }) => a), p: all.flatMap(({ p }) => p), n: all.flatMap(({ n }) => n) }, m),
          ],
          ['tri-14', 'DIV', (all, m) => mean(all.map((one) => right(one, m)).filter((loss) => loss > 0))],
        ]),
      ],
    },
    {
      name: 'tripletGrad',
      line: 'gradient',
      reference: gradientOf(slope),
      mistakes: [
        ...mistakes<Slope>(gradientOf, [
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
          ['tri-g14', 'MAX0', (one, m, count) => times(lack(one, m) < 0 ? 1 / count : 0, pull(one))],
          [
            'tri-g15',
            'SQRT',
            active((one) =>
              minus(overSquare(toPositive(one), one.a, one.p), overSquare(toNegative(one), one.a, one.n)),
            ),
          ],
          ['tri-g16', 'OTHER', active(({ a, p, n }) => minus(minus(a, p).map(Math.sign), minus(a, n).map(Math.sign)))],
          ['tri-g17', 'ROLE', active(({ p, n }) => unit(minus(n, p)))],
        ]),
        {
          id: 'tri-g18',
          family: 'DIV',
          of: (...args) => {
            const all = tripletsOf(args);
            const count = all.filter((one) => right(one, number(args[3])) > 0).length || 1;
            return fromRows(all.map((one) => slope(one, number(args[3]), count)));
          },
        },
      ],
      extremeMistakes: mistakes<Slope>(gradientOf, [
        ['tri-g19', 'KINK', active(({ a, p, n }) => minus(nudged(a, p), nudged(a, n)))],
      ]),
    },
  ],
  // In the first case the mean of d(a, p) - d(a, n) + margin is negative.
  publicCases: [
    [
      matrix([
        [0.5, 0.5],
        [1, 1],
        [2, 0],
      ]),
      matrix([
        [1.1, 0.5],
        [1, 1.4],
        [0, 1],
      ]),
      matrix([
        [1.5, 1.5],
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
