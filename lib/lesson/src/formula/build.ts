import { apply, constant } from './expression';
import type { Expression, Test } from './expression';

/*
 * Sums, products and powers without the zeros and ones that the rules of differentiation leave behind. What is left out is exact
 * for every number that the rest is finite at; a formula as typed does not pass here.
 */

const isNumber = (expression: Expression, value?: number): expression is Expression & { kind: 'number' } =>
  expression.kind === 'number' && (value === undefined || expression.value === value);

/** The arguments of a function, where the expression is that function. */
const argsOf = (name: string, expression: Expression): readonly Expression[] =>
  expression.kind === 'apply' && expression.name === name ? expression.args : [];

const same = (a: Expression, b: Expression): boolean => JSON.stringify(a) === JSON.stringify(b);

export function negative(a: Expression): Expression {
  if (isNumber(a)) return constant(0 - a.value);
  const [inner] = argsOf('negate', a);
  if (inner !== undefined) return inner;
  const [factor, rest] = argsOf('multiply', a);
  if (factor !== undefined && rest !== undefined && isNumber(factor)) return product(constant(-factor.value), rest);
  return apply('negate', a);
}

export function plus(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value + b.value);
  if (isNumber(a, 0)) return b;
  if (isNumber(b, 0)) return a;
  const [taken] = argsOf('negate', b);
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
  if (isNumber(a) && isNumber(b)) return constant(a.value * b.value);
  if (isNumber(a, 0) || isNumber(b, 0)) return constant(0);
  if (isNumber(a, 1)) return b;
  if (isNumber(b)) return product(b, a);
  if (isNumber(a, -1)) return negative(b);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [inner] = argsOf('negate', one);
    if (inner !== undefined) return negative(one === a ? product(inner, other) : product(other, inner));
  }
  const [factor, rest] = argsOf('multiply', b);
  if (factor !== undefined && rest !== undefined && isNumber(factor)) return product(product(factor, a), rest);
  return apply('multiply', a, b);
}

export function quotient(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value / b.value);
  if (isNumber(a, 0)) return a;
  if (isNumber(b, 1)) return a;
  const [inner] = argsOf('negate', a);
  if (inner !== undefined) return negative(quotient(inner, b));
  const [factor, rest] = argsOf('multiply', a);
  if (factor !== undefined && rest !== undefined && isNumber(factor) && isNumber(b)) {
    return product(constant(factor.value / b.value), rest);
  }
  return apply('divide', a, b);
}

export function raised(a: Expression, b: Expression): Expression {
  if (isNumber(a) && isNumber(b)) return constant(a.value ** b.value);
  if (isNumber(b, 0)) return constant(1);
  return isNumber(b, 1) ? a : apply('power', a, b);
}

export const chosen = (test: Test, then: Expression, otherwise: Expression): Expression =>
  same(then, otherwise) ? then : { kind: 'choose', test, then, otherwise };
