import { closeNumbers, float32Tolerance, sameShape } from './close';
import type { Observation, Values } from './values';

/** One element of an answer that has an element for each pair of input elements, as the gradient of a regression loss has. */
export interface Element {
  readonly index: number;
  /** First argument minus second. */
  readonly d: number;
  /** The first plain number among the arguments, such as beta. */
  readonly option: number | undefined;
  /** Index along the first axis. */
  readonly row: number;
  readonly got: number;
  readonly wrong: boolean;
}

/** The tensors among the arguments. */
export function tensorsOf(observation: Observation): Values[] {
  return observation.args.filter((arg): arg is Values => typeof arg !== 'number');
}

/** The first plain number among the arguments. */
export function optionOf(observation: Observation): number | undefined {
  return observation.args.find((arg): arg is number => typeof arg === 'number');
}

/** Differences of the first two tensors, or nothing when they are not of one shape. */
export function differencesOf(observation: Observation): number[] | undefined {
  const [x, t] = tensorsOf(observation);
  if (x === undefined || t === undefined || !sameShape(x, t)) return undefined;
  return x.data.map((value, i) => value - (t.data[i] ?? NaN));
}

/** The answer element by element, or nothing when it is not made of one element for each pair of inputs. */
export function elementsOf(observation: Observation): Element[] | undefined {
  const { got, expected, args } = observation;
  const d = differencesOf(observation);
  const [x] = tensorsOf(observation);
  if (d === undefined || x === undefined || x.shape.length === 0) return undefined;
  if (!sameShape(expected, x) || !sameShape(got, expected)) return undefined;
  const tolerance = float32Tolerance(expected, args);
  const rowLength = x.data.length / (x.shape[0] ?? 1);
  const option = optionOf(observation);
  return got.data.map((value, index) => ({
    index,
    d: d[index] ?? NaN,
    option,
    row: Math.floor(index / rowLength),
    got: value,
    wrong: !closeNumbers(value, expected.data[index] ?? NaN, tolerance),
  }));
}

/** All elements of all cases, or nothing when some case is not elementwise. */
export function allElements(observations: readonly Observation[]): Element[] | undefined {
  const all: Element[] = [];
  for (const observation of observations) {
    const elements = elementsOf(observation);
    if (elements === undefined) return undefined;
    all.push(...elements);
  }
  return all;
}
