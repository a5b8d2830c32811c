import { apply, constant } from './expression';
import type { Expression, Test } from './expression';

/*
 * Sums, products and powers without the zeros, ones and common factors that the rules of differentiation leave behind. What is
 * left out is exact wherever the rest is finite; a formula as typed does not pass here.
 */

/** A number times powers; of variables, those of the same one are put together. */
interface Product {
  readonly coefficient: number;
  readonly factors: readonly Factor[];
}

interface Factor {
  readonly base: Expression;
  readonly exponent: number;
}

const isNumber = (expression: Expression, value?: number): expression is Expression & { kind: 'number' } =>
  expression.kind === 'number' && (value === undefined || expression.value === value);

/** The arguments of a function, where the expression is that function. */
const argsOf = (name: string, expression: Expression): readonly Expression[] =>
  expression.kind === 'apply' && expression.name === name ? expression.args : [];

const same = (a: Expression, b: Expression): boolean => JSON.stringify(a) === JSON.stringify(b);

export function negative(a: Expression): Expression {
  if (isNumber(a)) return constant(0 - a.value);
  const [inner] = argsOf('negate', a);
  return inner ?? apply('negate', a);
}

export function plus(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value + b.value);
  if (isNumber(a, 0)) return b;
  if (isNumber(b, 0)) return a;
  const [taken] = isNumber(b) && b.value < 0 ? [constant(-b.value)] : argsOf('negate', b);
  return taken === undefined ? apply('add', a, b) : apply('subtract', a, taken);
}

export function minus(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value - b.value);
  if (isNumber(a, 0)) return negative(b);
  if (isNumber(b, 0)) return a;
  const [given] = argsOf('negate', b);
  return given === undefined ? apply('subtract', a, b) : plus(a, given);
}

export function product(a: Expression, b: Expression): Expression {
  const [above, below] = [a, b].map(fraction).reduce(([n, d], [m, e]) => [times(n, m), times(d, e)]);
  return reduced(above, below);
}

export function quotient(a: Expression, b: Expression): Expression {
  const [[n, d], [m, e]] = [fraction(a), fraction(b)];
  return reduced(times(n, e), times(d, m));
}

export function raised(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value ** b.value);
  if (isNumber(b, 0)) return constant(1);
  const [base, exponent] = argsOf('power', a);
  if (base !== undefined && exponent !== undefined && isWhole(exponent) && isWhole(b)) {
    return raised(base, constant(exponent.value * b.value));
  }
  return isNumber(b, 1) ? a : apply('power', a, b);
}

const isWhole = (expression: Expression): expression is Expression & { kind: 'number' } =>
  isNumber(expression) && Number.isInteger(expression.value);

export const chosen = (test: Test, then: Expression, otherwise: Expression): Expression =>
  same(then, otherwise) ? then : { kind: 'choose', test, then, otherwise };

const unit: Product = { coefficient: 1, factors: [] };

/** Numerator and denominator. */
function fraction(expression: Expression): [Product, Product] {
  const [inner] = argsOf('negate', expression);
  if (inner !== undefined) {
    const [above, below] = fraction(inner);
    return [{ ...above, coefficient: -above.coefficient }, below];
  }
  const [above, below] = argsOf('divide', expression);
  if (above === undefined || below === undefined) return [asProduct(expression), unit];
  const [[n, d], [m, e]] = [fraction(above), fraction(below)];
  return [times(n, e), times(d, m)];
}

function asProduct(expression: Expression): Product {
  if (isNumber(expression)) return { coefficient: expression.value, factors: [] };
  const [a, b] = argsOf('multiply', expression);
  if (a !== undefined && b !== undefined) return times(asProduct(a), asProduct(b));
  const [base, exponent] = argsOf('power', expression);
  if (base?.kind === 'variable' && exponent !== undefined && isWhole(exponent)) {
    return { coefficient: 1, factors: [{ base, exponent: exponent.value }] };
  }
  return { coefficient: 1, factors: [{ base: expression, exponent: 1 }] };
}

const times = (a: Product, b: Product): Product => ({
  coefficient: a.coefficient * b.coefficient,
  factors: b.factors.reduce(withFactor, a.factors),
});

function withFactor(factors: readonly Factor[], factor: Factor): readonly Factor[] {
  const known = factors.findIndex(({ base }) => base.kind === 'variable' && same(base, factor.base));
  if (known < 0) return [...factors, factor];
  return factors.map((one, i) => (i === known ? { ...one, exponent: one.exponent + factor.exponent } : one));
}

/** A fraction in lowest terms: common powers of variables and common numbers are gone. */
function reduced(above: Product, below: Product): Expression {
  if (above.coefficient === 0) return constant(0);
  const powerIn = ({ factors }: Product, base: Expression): number =>
    factors.find((factor) => factor.base.kind === 'variable' && same(factor.base, base))?.exponent ?? 0;
  const without = (own: Product, other: Product): readonly Factor[] =>
    own.factors.map(({ base, exponent }) => ({ base, exponent: exponent - Math.max(0, powerIn(other, base)) }));
  const up = without(above, below).filter(({ exponent }) => exponent > 0);
  const down = without(below, above).filter(({ exponent }) => exponent > 0);
  const ratio = Math.abs(above.coefficient / below.coefficient);
  const isPart = Number.isInteger(1 / ratio) && ratio !== 1 && down.length > 0;
  const size = isPart ? joined(1, up) : joined(ratio, up);
  const divisor = joined(isPart ? 1 / ratio : 1, down);
  const result = isNumber(divisor, 1) ? size : apply('divide', size, divisor);
  return above.coefficient / below.coefficient < 0 ? negative(result) : result;
}

function joined(coefficient: number, factors: readonly Factor[]): Expression {
  const powers = factors.map(({ base, exponent }) => raised(base, constant(exponent)));
  const parts = coefficient === 1 && powers.length > 0 ? powers : [constant(coefficient), ...powers];
  return parts.reduce((a, b) => apply('multiply', a, b));
}
