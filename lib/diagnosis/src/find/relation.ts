import { sameShape } from '../close';
import type { Observation } from '../values';
import type { Context } from '../verdict';
import type { Step } from './finding';
import { fits } from './fits';

/** A function of the right numbers, and the family that it speaks of. */
type Relation = readonly [family: string, of: (x: number) => number];

const functions: readonly Relation[] = [
  ['ABS', Math.abs],
  ['SQ', (x) => x * x],
  ['SQRT', Math.sqrt],
  ['EXP', Math.exp],
  ['NOLOG', Math.log],
];

/** Of a value alone: of a gradient, half of the elements would say nothing of where they lie. */
const ofValues: readonly Relation[] = [['MAX0', (x) => Math.max(0, x)]];

/** Of the elements of an answer, whose common factor may differ from case to case. */
const shapes = (line: Context['line']): readonly Relation[] => [
  [line === 'value' ? 'TOTAL' : 'CHAIN', (x) => x],
  ['ABS', Math.abs],
  ['SQ', (x) => x * x],
  ['SQ', (x) => x * Math.abs(x)],
  ['CHAIN', Math.sign],
];

/** The right numbers in another order, or one function of each. */
export const byRelation: Step = (observations, { line }) => {
  if (!observations.every(({ got, expected }) => sameShape(got, expected))) return undefined;
  if (observations.every(isReordered)) return { kind: 'relation', ids: [], families: ['REORDER'] };
  if (addsWithinLogarithm(observations)) return { kind: 'relation', ids: [], families: ['EPS'] };
  const found =
    [...functions, ...(line === 'value' ? ofValues : [])].find(([, of]) =>
      observations.every((one) => isFunction(one, of, 1)),
    ) ??
    shapes(line).find(
      ([, of]) => observations.every((one) => isFunction(one, of, factorOf(one, of))) && tell(observations),
    );
  return found && { kind: 'relation', ids: [], families: [found[0]] };
};

function isReordered({ got, expected }: Observation): boolean {
  const sorted = (data: readonly number[]): number[] => [...data].sort((a, b) => a - b);
  const [mine, right] = [sorted(got.data), sorted(expected.data)];
  return fits({ ...got, data: mine }, { ...expected, data: right });
}

function isFunction({ got, expected }: Observation, of: (x: number) => number, factor: number): boolean {
  return fits(got, { ...expected, data: expected.data.map(of) }, factor);
}

/** log(eˣ + ε) for logarithms x, with one ε for all; asks for three different numbers. */
function addsWithinLogarithm(observations: readonly Observation[]): boolean {
  const pairs = observations.flatMap(({ got, expected }) =>
    expected.data.map((x, i) => ({ right: Math.exp(x), added: Math.exp(got.data[i] ?? NaN) - Math.exp(x) })),
  );
  if (new Set(pairs.map(({ right }) => right.toPrecision(4))).size < 3) return false;
  const least = pairs.reduce((one, other) => (other.right < one.right ? other : one), { right: Infinity, added: NaN });
  const epsilon = least.added;
  if (!(epsilon > 1e-6 && epsilon <= 0.1 && least.right < 1)) return false;
  return pairs.every(({ right, added }) => Math.abs(added - epsilon) <= 1e-3 * epsilon + 1e-6 * right);
}

/** The factor at the largest element. */
function factorOf({ got, expected }: Observation, of: (x: number) => number): number {
  const sizes = expected.data.map((x) => Math.abs(x));
  const at = sizes.indexOf(Math.max(...sizes));
  return (got.data[at] ?? NaN) / of(expected.data[at] ?? NaN);
}

/** Two numbers always lie on some such curve; of four sizes in a case chance explains none. */
function tell(observations: readonly Observation[]): boolean {
  return observations.some(({ expected }) => new Set(expected.data.map((x) => Math.abs(x).toPrecision(4))).size >= 4);
}
