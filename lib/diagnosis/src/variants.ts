import { close, float32Tolerance, sameShape } from './close';
import type { Argument, Values, Variant } from './values';

type Reference = (...args: Argument[]) => Values;

interface Change {
  readonly id: string;
  readonly family: string;
  readonly args: readonly Argument[];
}

/**
 * Mistakes that need no catalogue: arguments exchanged, one with another sign or not used, labels of another convention, a plain
 * number left at 1, data left out. Those that give the right answer in this case are left out.
 */
export function variantsOf(reference: Reference, args: readonly Argument[]): Variant[] {
  const expected = reference(...args);
  const bearing: Reference = (...others) => {
    try {
      return reference(...others);
    } catch {
      // A formula need not bear arguments that are no case of it.
      return { shape: expected.shape, data: expected.data.map(() => NaN) };
    }
  };
  const changed = changesOf(args).map(({ id, family, args: others }) => ({ id, family, result: bearing(...others) }));
  return [...changed, ...partsOf(bearing, args, expected)].filter(
    ({ result }) => !close(result, expected, float32Tolerance(expected, args)),
  );
}

const isTensor = (arg: Argument | undefined): arg is Values => typeof arg === 'object';
const map = ({ shape, data }: Values, f: (x: number) => number): Values => ({ shape, data: data.map(f) });

/** Whether these are a class index for each row of the first tensor. */
export function areClasses(args: readonly Argument[], arg: Values): boolean {
  const [first] = args;
  if (!isTensor(first) || first.shape.length !== 2 || arg.shape.length !== 1) return false;
  return arg.shape[0] === first.shape[0] && arg.data.every(Number.isInteger);
}

/** Whether these are labels of two kinds, 0 and 1 or -1 and 1, and which is the other one than 1. */
export function otherLabel({ data }: Values): 0 | -1 | undefined {
  if (data.every((y) => y === 1 || y === -1)) return -1;
  return data.every((y) => y === 1 || y === 0) ? 0 : undefined;
}

/** Numbers that students add to what a logarithm takes. */
const smallNumbers = [1e-2, 1e-3, 1e-4];

/** Whether these are numbers between 0 and 1, and not labels alone. */
function areProbabilities(arg: Values): boolean {
  return arg.data.every((x) => x >= 0 && x <= 1) && otherLabel(arg) === undefined;
}

function changesOf(args: readonly Argument[]): Change[] {
  return args.flatMap((arg, i) => {
    const withIt = (id: string, family: string, value: Argument): Change => ({
      id: `${id} ${i + 1}`,
      family,
      args: args.with(i, value),
    });
    if (!isTensor(arg)) {
      return [
        withIt('one for', 'DEFAULT', 1),
        withIt('half of', 'SCALE', arg / 2),
        withIt('twice', 'SCALE', 2 * arg),
        withIt('no', 'TERM', 0),
      ];
    }
    if (i > 0 && areClasses(args, arg)) return [];
    const other = i === 0 ? undefined : otherLabel(arg);
    return [
      ...exchanges(args, arg, i),
      ...(other === -1
        ? [
            withIt(
              'all 1 for',
              'LABEL',
              map(arg, () => 1),
            ),
            withIt(
              '0 and 1 for',
              'LABEL',
              map(arg, (y) => (y + 1) / 2),
            ),
          ]
        : []),
      ...(other === 0
        ? [
            withIt(
              '-1 and 1 for',
              'LABEL01',
              map(arg, (y) => 2 * y - 1),
            ),
            withIt(
              '1 less',
              'LABEL',
              map(arg, (y) => 1 - y),
            ),
          ]
        : []),
      withIt(
        'minus',
        'SIGN',
        map(arg, (x) => -x),
      ),
      ...(other === undefined ? [withIt('absolute', 'ABS', map(arg, Math.abs))] : []),
      ...(areProbabilities(arg)
        ? smallNumbers.map((small) =>
            withIt(
              `${small} more in`,
              'EPS',
              map(arg, (x) => x + small),
            ),
          )
        : []),
      withIt(
        'no',
        'TERM',
        map(arg, () => 0),
      ),
    ];
  });
}

function exchanges(args: readonly Argument[], arg: Values, i: number): Change[] {
  return args.flatMap((other, j) =>
    j > i && isTensor(other) && sameShape(arg, other)
      ? [{ id: `${i + 1} for ${j + 1}`, family: 'SWAP', args: args.with(i, other).with(j, arg) }]
      : [],
  );
}

/** What is left when a loop or a slice ends too soon: of all rows, or of all numbers where the tensors have one shape. */
function partsOf(reference: Reference, args: readonly Argument[], expected: Values): Variant[] {
  const tensors = args.filter(isTensor);
  const [first] = tensors;
  const rows = first?.shape[0];
  if (first === undefined || rows === undefined) return [];
  if (expected.shape.length > 0) return sameShape(expected, first) ? endsMissing(expected, rows) : [];
  const byRow = partsAlong(reference, args, rows, 'rows');
  if (!tensors.every((tensor) => sameShape(tensor, first))) return byRow;
  const count = first.data.length;
  const flat = args.map((arg) => (isTensor(arg) ? { shape: [count], data: arg.data } : arg));
  return [...byRow, ...partsAlong(reference, flat, count, 'numbers')];
}

/** A gradient whose end was never written. */
function endsMissing({ shape, data }: Values, rows: number): Variant[] {
  const without = (count: number): Values => ({ shape, data: data.map((x, i) => (i < data.length - count ? x : 0)) });
  return [
    { id: 'no last number', family: 'PART', result: without(1) },
    { id: 'no last row', family: 'PART', result: without(data.length / rows) },
  ];
}

/** The result of a part, and the same divided as if it were all. */
function partsAlong(reference: Reference, args: readonly Argument[], count: number, what: string): Variant[] {
  const ends = [
    [0, count - 1, `${what} but the last`],
    [1, count, `${what} but the first`],
    [0, 1, `first of the ${what}`],
  ] as const;
  return ends.flatMap(([from, to, name]) => {
    const some = args.map((arg) => (isTensor(arg) ? slice(arg, count, from, to) : arg));
    const result: Values = to > from ? reference(...some) : { shape: [], data: [NaN] };
    const overAll = map(result, (value) => (to > from ? (value * (to - from)) / count : 0));
    return [
      { id: `mean of ${name}`, family: 'PART', result },
      { id: `sum of ${name}`, family: 'PART', result: overAll },
    ];
  });
}

function slice(arg: Values, count: number, from: number, to: number): Values {
  if (arg.shape[0] !== count) return arg;
  const step = arg.data.length / count;
  return { shape: [to - from, ...arg.shape.slice(1)], data: arg.data.slice(from * step, to * step) };
}
