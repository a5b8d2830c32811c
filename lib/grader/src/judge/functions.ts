import { isUntouched, judge, variantsOf, type Observation } from 'lossbook-diagnosis';
import type { Argument, FunctionOracle, Mistake } from '../../../../solutions/oracles/format';
import type { Text } from '../language';
import { sayExtreme, sayTooLarge, sayUntouched, sayWrongShape, sayHit } from '../report/studentWords';
import type { Outcome } from '../sandbox/reply';
import type { Cases } from './cases';
import type { FunctionRun, Hit } from './hit';

/** Whether something holds and, if not, what to tell the student. */
export type Finding =
  | { readonly holds: true }
  | {
      readonly holds: false;
      readonly message: Text;
      readonly mistakes: readonly string[];
      readonly families: readonly string[];
      /** The numbers of the public cases, where there are as many as expected. */
      readonly comparison?: Comparison;
      /** The function is still the one that was handed out. */
      readonly untouched?: true;
    };

/** Numbers that students can see anyway, beside theirs. */
export interface Comparison {
  readonly expected: readonly number[];
  readonly got: readonly number[];
}

/** What was found out about one function. */
export type FunctionFinding =
  | { readonly hit: Hit }
  | {
      readonly hit?: undefined;
      /** Its numbers, whatever their shape. */
      readonly numbers: Finding;
      readonly shape: Finding;
      readonly extremes: Finding;
      /** The most tensors that a call left behind; negative if it disposed of its arguments. */
      readonly leaked: number;
    };

const holds: Finding = { holds: true };

/**
 * Judges what a function gave.
 * @param valueIsRight for a gradient, whether the value that it belongs to is right
 */
export function judgeFunction(
  oracle: FunctionOracle,
  cases: Cases,
  run: FunctionRun,
  valueIsRight: boolean | undefined,
): FunctionFinding {
  if ('hit' in run) return { hit: run.hit };
  const ordinary = run.outcomes.slice(0, cases.ordinary.length);
  const hit = nothingCameBack(oracle.name, ordinary);
  if (hit !== undefined) return { hit };
  const judged = (outcomes: readonly Outcome[], args: Cases['ordinary'], publicCount?: number): Finding =>
    judgeNumbers(oracle, outcomes, args, publicCount, valueIsRight);
  const extremes = judged(run.outcomes.slice(cases.ordinary.length), cases.extreme);
  const leaks = run.outcomes.map((outcome) => (outcome.got === 'tensor' ? outcome.leaked : 0));
  const numbers = judged(ordinary, cases.ordinary, cases.publicCount);
  const untouched = !numbers.holds && numbers.untouched === true;
  return {
    numbers,
    shape: untouched ? holds : judgeShape(oracle, ordinary, cases.ordinary),
    extremes: extremes.holds ? holds : { ...extremes, message: sayExtreme(extremes.message) },
    leaked: leaks.find((leaked) => leaked < 0) ?? Math.max(0, ...leaks),
  };
}

/** An answer of which not one case gave a tensor was not executed. */
function nothingCameBack(name: string, outcomes: readonly Outcome[]): Hit | undefined {
  if (outcomes.some(({ got }) => got === 'tensor')) return undefined;
  const first = outcomes[0];
  return first === undefined ? { why: 'function-missing', name } : failure(name, first);
}

function failure(name: string, outcome: Outcome): Hit | undefined {
  if (outcome.got === 'thrown') return { why: 'call-threw', name, error: outcome.error };
  return outcome.got === 'other' ? { why: 'no-tensor', name, what: outcome.what } : undefined;
}

/**
 * @param publicCount undefined for extreme cases: there NaN everywhere is an overflow, not the answer handed out, and the named
 * mistakes are those that no ordinary case shows
 */
function judgeNumbers(
  oracle: FunctionOracle,
  outcomes: readonly Outcome[],
  cases: Cases['ordinary'],
  publicCount: number | undefined,
  valueIsRight: boolean | undefined,
): Finding {
  const seen: Seen[] = [];
  for (const [i, args] of cases.entries()) {
    const outcome = outcomes[i];
    if (outcome === undefined) break;
    const hit = failure(oracle.name, outcome);
    if (hit !== undefined) return wrong(sayHit(hit));
    if (outcome.got !== 'tensor') break;
    if (outcome.data === undefined) return wrong(sayTooLarge(oracle.name, outcome.shape));
    seen.push({ args, got: { shape: outcome.shape, data: outcome.data }, expected: oracle.reference(...args) });
  }
  const isExtreme = publicCount === undefined;
  const context = { line: oracle.line, isExtreme, ...(valueIsRight !== undefined && { valueIsRight }) };
  const plain = seen.map(numbersAlone);
  if (judge(plain, context).right) return holds;
  // Before the mistakes are computed, which takes long: whatever they are, nobody made them.
  if (!isExtreme && isUntouched(seen)) return { ...wrong(sayUntouched(oracle.name)), untouched: true };
  const observations = isExtreme
    ? plain.map((one) => ({ ...one, mistakes: resultsOf(oracle.extremeMistakes ?? [], one.args) }))
    : plain.map((one) => withMistakes(oracle, one));
  const verdict = judge(observations, context);
  if (verdict.right) return holds;
  const comparison = compare(observations.slice(0, publicCount ?? 0));
  const { sentence: message, ids: mistakes, families } = verdict;
  return { holds: false, message, mistakes, families, ...(comparison && { comparison }) };
}

function compare(observations: readonly Observation[]): Comparison | undefined {
  const same = observations.filter(({ got, expected }) => got.data.length === expected.data.length);
  if (same.length === 0) return undefined;
  return { expected: same.flatMap(({ expected }) => expected.data), got: same.flatMap(({ got }) => got.data) };
}

type Seen = Pick<Observation, 'args' | 'got' | 'expected'>;

/** Numbers in the right number count whatever their shape, which has a line of its own. */
function numbersAlone({ args, got, expected }: Seen): Observation {
  const isWhole = got.data.length === expected.data.length;
  return { args, expected, got: isWhole ? { shape: expected.shape, data: got.data } : got, mistakes: [] };
}

function withMistakes(oracle: FunctionOracle, observation: Observation): Observation {
  const { args } = observation;
  return {
    ...observation,
    mistakes: resultsOf(oracle.mistakes, args),
    variants: variantsOf(oracle.reference, args),
  };
}

function resultsOf(mistakes: readonly Mistake[], args: readonly Argument[]): Observation['mistakes'] {
  return mistakes.map(({ id, family, of }) => ({ id, family, result: of(...args) }));
}

function judgeShape(oracle: FunctionOracle, outcomes: readonly Outcome[], cases: Cases['ordinary']): Finding {
  for (const [i, args] of cases.entries()) {
    const outcome = outcomes[i];
    if (outcome?.got !== 'tensor') continue;
    const { shape } = oracle.reference(...args);
    if (JSON.stringify(shape) !== JSON.stringify(outcome.shape)) {
      return wrong(sayWrongShape(oracle.name, outcome.shape, shape));
    }
  }
  return holds;
}

function wrong(message: Text): Finding & { readonly holds: false } {
  return { holds: false, message, mistakes: [], families: [] };
}
