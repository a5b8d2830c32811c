import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { chosen, minus, negative, plus, product, quotient, raised } from './build';
import { apply, compare, constant } from './expression';
import type { Expression, FunctionName, Test } from './expression';

/** A tensor, or a number that stands for one of any shape. */
export type Operand = Tensor | number;

/** A function that a formula may use, with its derivative by each of its arguments. */
interface Rule {
  readonly number: (a: number, b: number) => number;
  readonly tensor: (a: Operand, b: Operand) => Tensor;
  readonly partials: (a: Expression, b: Expression) => readonly Expression[];
}

const one = constant(1);
const two = constant(2);
const zero = constant(0);

const rule = (number: Rule['number'], tensor: Rule['tensor'], partials: Rule['partials']): Rule => ({
  number,
  tensor,
  partials,
});

/**
 * The functions and the rules of their derivatives. At a kink the convention is that of PyTorch's losses where they have one:
 *
 * - |u| has the derivative 0 at u = 0, as sign(0) = 0; the derivative of sign is 0 everywhere;
 * - of two equal numbers, max and min follow the first: max(0, u) has the derivative 0 at u = 0, max(u, 0) that of u;
 * - relu(u) is max(0, u);
 * - a conditional has the derivative of the branch that it takes.
 */
const rules: Readonly<Record<FunctionName, Rule>> = {
  add: rule(
    (a, b) => a + b,
    tf.add,
    () => [one, one],
  ),
  subtract: rule(
    (a, b) => a - b,
    tf.sub,
    () => [one, constant(-1)],
  ),
  multiply: rule(
    (a, b) => a * b,
    tf.mul,
    (a, b) => [b, a],
  ),
  divide: rule(
    (a, b) => a / b,
    tf.div,
    (a, b) => [quotient(one, b), negative(quotient(a, raised(b, two)))],
  ),
  power: rule(
    (a, b) => a ** b,
    (a, b) => (b === 2 ? tf.square(a) : tf.pow(a, b)),
    (a, b) => [product(b, raised(a, minus(b, one))), product(raised(a, b), logarithm(a))],
  ),
  negate: rule(
    (a) => -a,
    tf.neg,
    () => [constant(-1)],
  ),
  max: rule(Math.max, tf.maximum, (a, b) => firstWhere(compare(a, '>=', b))),
  min: rule(Math.min, tf.minimum, (a, b) => firstWhere(compare(a, '<=', b))),
  abs: rule(Math.abs, tf.abs, (a) => [apply('sign', a)]),
  sign: rule(Math.sign, tf.sign, () => [zero]),
  relu: rule(
    (a) => Math.max(0, a),
    tf.relu,
    (a) => [chosen(compare(a, '>', zero), one, zero)],
  ),
  square: rule(
    (a) => a * a,
    tf.square,
    (a) => [product(two, a)],
  ),
  sqrt: rule(Math.sqrt, tf.sqrt, (a) => [quotient(one, product(two, apply('sqrt', a)))]),
  exp: rule(Math.exp, tf.exp, (a) => [apply('exp', a)]),
  expm1: rule(Math.expm1, tf.expm1, (a) => [apply('exp', a)]),
  log: rule(Math.log, tf.log, (a) => [quotient(one, a)]),
  log1p: rule(Math.log1p, tf.log1p, (a) => [quotient(one, plus(one, a))]),
  sigmoid: rule(
    (a) => 1 / (1 + Math.exp(-a)),
    tf.sigmoid,
    (a) => [product(apply('sigmoid', a), apply('sigmoid', negative(a)))],
  ),
  softplus: rule(
    (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
    tf.softplus,
    (a) => [apply('sigmoid', a)],
  ),
  sinh: rule(Math.sinh, tf.sinh, (a) => [apply('cosh', a)]),
  cosh: rule(Math.cosh, tf.cosh, (a) => [apply('sinh', a)]),
  tanh: rule(Math.tanh, tf.tanh, (a) => [minus(one, raised(apply('tanh', a), two))]),
  sin: rule(Math.sin, tf.sin, (a) => [apply('cos', a)]),
  cos: rule(Math.cos, tf.cos, (a) => [negative(apply('sin', a))]),
};

export const ruleOf = (name: FunctionName): Rule => rules[name];

function logarithm(a: Expression): Expression {
  return a.kind === 'number' ? constant(Math.log(a.value)) : apply('log', a);
}

function firstWhere(test: Test): readonly Expression[] {
  return [chosen(test, one, zero), chosen(test, zero, one)];
}
