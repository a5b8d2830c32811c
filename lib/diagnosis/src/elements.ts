import { closeNumbers, float32Tolerance, sameShape } from './close';
import type { Observation, Values } from './values';
import { areClasses, otherLabel } from './variants';

/** One element of an answer that has an element for each one of the first argument, as a gradient has. */
export interface Element {
  readonly index: number;
  /** The element of the first argument. */
  readonly x: number;
  /** The element of the second argument, where that has the same shape. */
  readonly t: number | undefined;
  /** First argument minus second, where the second is a target of the same shape. */
  readonly d: number | undefined;
  /** The label, 0 or 1 or else -1 or 1, where that is what the second argument has. */
  readonly label: number | undefined;
  /** What the row's class says of it, where the second argument has a class for each row. */
  readonly standing: 'true' | 'other' | 'ignored' | undefined;
  /** Whether a class sits exactly at the margin in the row, and this is its element or that of the true class. */
  readonly atMargin: boolean;
  /** The first plain number among the arguments, such as beta. */
  readonly option: number | undefined;
  /** Index along the first axis, and how many there are. */
  readonly row: number;
  readonly rows: number;
  readonly got: number;
  readonly expected: number;
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

/** How many numbers a mean is over: one for each row where rows have classes or are distributions, else for each element. */
export function countOf(observation: Observation): number {
  const [first, second] = tensorsOf(observation);
  const count = first?.data.length ?? 1;
  return first !== undefined && second !== undefined && areClasses(observation.args, second)
    ? (first.shape[0] ?? 1)
    : count;
}

/** Differences of the first two tensors, or nothing when they are not of one shape. */
export function differencesOf(observation: Observation): number[] | undefined {
  const [x, t] = tensorsOf(observation);
  if (x === undefined || t === undefined || !sameShape(x, t)) return undefined;
  return x.data.map((value, i) => value - (t.data[i] ?? NaN));
}

/** The answer element by element, or nothing when it is not made of one element for each of the first argument. */
export function elementsOf(observation: Observation): Element[] | undefined {
  const { got, expected, args } = observation;
  const [x, second] = tensorsOf(observation);
  if (x === undefined || x.shape.length === 0 || !sameShape(expected, x) || !sameShape(got, expected)) return undefined;
  const tolerance = float32Tolerance(expected, args);
  const rows = x.shape[0] ?? 1;
  const rowLength = x.data.length / rows;
  const option = optionOf(observation);
  const areLabels = second !== undefined && sameShape(second, x) && otherLabel(second) !== undefined;
  const d = areLabels ? undefined : differencesOf(observation);
  const classes = second !== undefined && areClasses(args, second) ? second.data : undefined;
  return got.data.map((value, index) => {
    const row = Math.floor(index / rowLength);
    return {
      index,
      x: x.data[index] ?? NaN,
      t: second !== undefined && sameShape(second, x) ? second.data[index] : undefined,
      d: d?.[index],
      label: areLabels ? second.data[index] : undefined,
      standing: classes && standingOf(classes[row] ?? NaN, index % rowLength),
      atMargin:
        classes !== undefined &&
        isAtMargin(
          x.data.slice(row * rowLength, (row + 1) * rowLength),
          classes[row] ?? NaN,
          index % rowLength,
          option,
        ),
      option,
      row,
      rows,
      got: value,
      expected: expected.data[index] ?? NaN,
      wrong: !closeNumbers(value, expected.data[index] ?? NaN, tolerance),
    };
  });
}

function standingOf(trueClass: number, column: number): Element['standing'] {
  if (trueClass < 0) return 'ignored';
  return trueClass === column ? 'true' : 'other';
}

/** Whether a score lies as far below that of the true class as the option says, or is that of the true class above such a score. */
function isAtMargin(scores: readonly number[], trueClass: number, column: number, option = NaN): boolean {
  const own = scores[trueClass] ?? NaN;
  const touches = (score: number): boolean => score - own + option === 0;
  return column === trueClass ? scores.some(touches) : touches(scores[column] ?? NaN);
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
