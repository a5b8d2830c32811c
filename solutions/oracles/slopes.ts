import type { FunctionOracle, Item, Mistake, Reference, Values } from './format';
import { map, tensor } from './numbers';

const step = 1e-5;

/** The gradient of a scalar by its first argument, by differences. */
const gradientOf =
  (value: Reference): Reference =>
  (input, ...rest) => {
    const { shape, data } = tensor(input);
    const of = (numbers: readonly number[]): number => value({ shape, data: numbers }, ...rest).data[0] ?? NaN;
    const here = of(data);
    return map(tensor(input), (x, i) => {
      const [below, above] = [of(data.with(i, x - step)), of(data.with(i, x + step))];
      return slopeOf((here - below) / step, (above - here) / step);
    });
  };

/** The slope between two sides; at a kink the subgradient of the smallest size, as a rectifier and an absolute value have it. */
function slopeOf(left: number, right: number): number {
  const isKink = Math.abs(left - right) > 1e-2 * Math.max(Math.abs(left), Math.abs(right));
  if (!isKink) return (left + right) / 2;
  if (left * right <= 0) return 0;
  return Math.abs(left) < Math.abs(right) ? left : right;
}

/**
 * The item with one mistake more of its gradient for each of its value: who differentiates a wrong formula rightly has made
 * one mistake, not two, and is told the same of both. Left out are those that public cases do not tell from what is there already.
 */
export function withSlopesOfMistakes(item: Item): Item {
  const [value, gradient] = item.functions;
  if (value === undefined || gradient?.line !== 'gradient') return item;
  const numbersOf = (of: Reference): Values[] => item.publicCases.map((args) => of(...args));
  // On a kink the differences of the right value are not its gradient there.
  const others = [gradient.reference, gradientOf(value.reference), ...gradient.mistakes.map(({ of }) => of)];
  const seen = others.map(numbersOf);
  const slopes = value.mistakes.flatMap(({ id, family, of }): Mistake[] => {
    const slope: Mistake = { id, family, of: gradientOf(of) };
    const numbers = numbersOf(slope.of);
    if (seen.some((other) => areAllNear(numbers, other))) return [];
    seen.push(numbers);
    return [slope];
  });
  const whole: FunctionOracle = { ...gradient, mistakes: [...gradient.mistakes, ...slopes] };
  return { ...item, functions: [value, whole] };
}

/** Whether two answers are as near in every case as chance may bring them. */
function areAllNear(one: readonly Values[], other: readonly Values[]): boolean {
  return one.every((values, i) => areNear(values, other[i] ?? values));
}

function areNear(a: Values, b: Values): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-3 * Math.max(Math.abs(x), 0.1);
  const isUndefined = ({ data }: Values): boolean => data.some((x) => !Number.isFinite(x));
  return (isUndefined(a) && isUndefined(b)) || a.data.every((x, i) => near(x, b.data[i] ?? NaN));
}
