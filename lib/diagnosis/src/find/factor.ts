import { countOf, optionOf, tensorsOf } from '../elements';
import type { Observation, Values } from '../values';
import type { Context } from '../verdict';
import { fits } from './fits';
import type { Step } from './finding';

/** A factor that may depend on the case, such as the number of elements, and the families that it speaks of. */
export interface NamedFactor {
  readonly value: readonly string[];
  readonly gradient: readonly string[];
  /** Tells nothing about vectors, whose first axis is all they have. */
  readonly needsMatrix?: boolean;
  of(observation: Observation): number | undefined;
}

const count = countOf;
const elements = (observation: Observation): number => tensorsOf(observation)[0]?.data.length ?? 1;
const axis = (observation: Observation, which: number): number | undefined =>
  tensorsOf(observation)[0]?.shape.at(which);
const named = (of: NamedFactor['of'], value: string[], gradient = value): NamedFactor => ({ of, value, gradient });

/** Simple explanations first: where two fit, the first is told first. */
const namedFactors: readonly NamedFactor[] = [
  named(count, ['SUM'], ['GRADN']),
  named((o) => 1 / count(o), ['MEAN'], ['GRADN']),
  named(() => -1, ['SIGN'], ['GRADSIGN']),
  named(() => 2, ['HALF'], ['TWO']),
  named(() => 1 / 2, ['HALF'], ['TWO']),
  named(optionOf, ['SCALE']),
  named((o) => 1 / (optionOf(o) ?? NaN), ['SCALE']),
  ...[0, -1]
    .flatMap((which) => [
      named((o) => axis(o, which), ['AXIS']),
      named((o) => 1 / (axis(o, which) ?? NaN), ['AXIS']),
      named((o) => elements(o) / (axis(o, which) ?? NaN), ['AXIS']),
    ])
    .map((factor) => ({ ...factor, needsMatrix: true })),
  named((o) => count(o) / (count(o) - 1), ['DIV']),
  named(() => Math.LOG2E, ['LOGBASE']),
  named(() => Math.LOG10E, ['LOGBASE']),
  named(() => Math.LN2, ['LOGBASE']),
  named(() => Math.LN10, ['LOGBASE']),
  named((o) => 2 * count(o), ['SUM', 'HALF'], ['GRADN', 'TWO']),
  named((o) => count(o) / 2, ['SUM', 'HALF'], ['GRADN', 'TWO']),
  named((o) => 1 / (2 * count(o)), ['MEAN', 'HALF'], ['GRADN', 'TWO']),
  named((o) => -count(o), ['SIGN', 'SUM'], ['GRADSIGN', 'GRADN']),
  named(() => -2, ['SIGN', 'HALF'], ['GRADSIGN', 'TWO']),
  named(() => -1 / 2, ['SIGN', 'HALF'], ['GRADSIGN', 'TWO']),
  named(() => -Math.LOG2E, ['SIGN', 'LOGBASE'], ['GRADSIGN', 'LOGBASE']),
  named(() => -Math.LOG10E, ['SIGN', 'LOGBASE'], ['GRADSIGN', 'LOGBASE']),
];

/** The factors by which the answer differs from a formula in every case, the simplest explanations first. */
export function factorsOf(
  observations: readonly Observation[],
  formula: (observation: Observation) => Values | undefined,
): NamedFactor[] {
  const hasMatrix = observations.some((observation) => (tensorsOf(observation)[0]?.shape.length ?? 0) > 1);
  return namedFactors.filter(
    (factor) =>
      (hasMatrix || factor.needsMatrix !== true) &&
      observations.every((observation) => {
        const right = formula(observation);
        const k = factor.of(observation);
        return right !== undefined && k !== undefined && Number.isFinite(k) && fits(observation.got, right, k);
      }),
  );
}

export function familiesOf(factor: NamedFactor, { line }: Context): readonly string[] {
  return line === 'value' ? factor.value : factor.gradient;
}

/** The right answer times one factor: a known one, or at least the same everywhere. */
export const byFactor: Step = (observations, context) => {
  const [first, second] = factorsOf(observations, ({ expected }) => expected);
  if (first !== undefined) {
    const alternative = first.value.length === 1 && second?.value.length === 1 ? familiesOf(second, context) : [];
    return { kind: 'factor', ids: [], families: [...new Set([...familiesOf(first, context), ...alternative])] };
  }
  return sharesOneFactor(observations) ? { kind: 'factor', ids: [], families: ['FACTOR'] } : undefined;
};

/** Asks for three numbers, since any answer is a multiple of any other where there is one number alone. */
function sharesOneFactor(observations: readonly Observation[]): boolean {
  const pairs = observations.flatMap(({ got, expected }) =>
    expected.data.map((x, i) => ({ x, y: got.data[i] ?? NaN })),
  );
  const nonZero = pairs.filter(({ x }) => Number.isFinite(x) && x !== 0);
  const largest = nonZero.reduce((most, pair) => (Math.abs(pair.x) > Math.abs(most.x) ? pair : most), { x: 0, y: 0 });
  const k = largest.y / largest.x;
  if (nonZero.length < 3 || !Number.isFinite(k) || k === 0) return false;
  return observations.every(({ got, expected }) => fits(got, expected, k));
}
