import { chosen, plus, product } from './build';
import { constant } from './expression';
import type { Expression } from './expression';
import { ruleOf } from './functions';

/**
 * The derivative of a formula by one of its variables, by the chain rule; at kinks after the convention of `rules`.
 */
export function derivative(expression: Expression, variable: string): Expression {
  switch (expression.kind) {
    case 'number':
      return constant(0);
    case 'variable':
      return constant(expression.name === variable ? 1 : 0);
    case 'choose': {
      const { test, then, otherwise } = expression;
      return chosen(test, derivative(then, variable), derivative(otherwise, variable));
    }
    case 'apply': {
      const [a = constant(NaN), b = constant(NaN)] = expression.args;
      const inner = expression.args.map((arg) => derivative(arg, variable));
      return ruleOf(expression.name)
        .partials(a, b)
        .map((outer, i) => throughChoice(outer, inner[i] ?? constant(NaN)))
        .reduce(joined);
    }
  }
}

/** A choice between 1 and 0, times a derivative, is a choice between that derivative and 0. */
const throughChoice = (outer: Expression, inner: Expression): Expression =>
  outer.kind === 'choose'
    ? chosen(outer.test, product(outer.then, inner), product(outer.otherwise, inner))
    : product(outer, inner);

/** The sum of two terms; of two choices by the same test, one choice. */
function joined(a: Expression, b: Expression): Expression {
  if (a.kind === 'choose' && b.kind === 'choose' && JSON.stringify(a.test) === JSON.stringify(b.test)) {
    return chosen(a.test, plus(a.then, b.then), plus(a.otherwise, b.otherwise));
  }
  return plus(a, b);
}
