import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Comparison, Expression, Test } from './expression';
import { ruleOf } from './functions';
import type { Operand } from './functions';

/** What each name of a formula stands for. */
export type Values<Value> = Readonly<Record<string, Value>>;

/** A formula's value for plain numbers, in double precision. */
export function computeNumber(expression: Expression, values: Values<number>): number {
  const result = compute(expression, values);
  return typeof result === 'number' ? result : NaN;
}

/**
 * A formula's value for tensors, element by element; a number where no tensor takes part. Of a conditional both branches are
 * computed and each element takes its own.
 */
export function compute(expression: Expression, values: Values<Operand>): Operand {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'variable':
      return values[expression.name] ?? NaN;
    case 'choose': {
      const test = holds(expression.test, values);
      if (typeof test === 'boolean') return compute(test ? expression.then : expression.otherwise, values);
      return tf.where(test, compute(expression.then, values), compute(expression.otherwise, values));
    }
    case 'apply': {
      const [a = NaN, b = NaN] = expression.args.map((arg) => compute(arg, values));
      const rule = ruleOf(expression.name);
      return typeof a === 'number' && typeof b === 'number' ? rule.number(a, b) : rule.tensor(a, b);
    }
  }
}

const numbers: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

const tensors: Readonly<Record<Comparison, (a: Operand, b: Operand) => Tensor>> = {
  '<': tf.less,
  '<=': tf.lessEqual,
  '>': tf.greater,
  '>=': tf.greaterEqual,
  '==': tf.equal,
  '!=': tf.notEqual,
};

function holds(test: Test, values: Values<Operand>): Tensor | boolean {
  switch (test.kind) {
    case 'compare': {
      const [a, b] = [compute(test.left, values), compute(test.right, values)];
      return typeof a === 'number' && typeof b === 'number'
        ? numbers[test.operator](a, b)
        : tensors[test.operator](a, b);
    }
    case 'not': {
      const inner = holds(test.test, values);
      return typeof inner === 'boolean' ? !inner : tf.logicalNot(inner);
    }
    default: {
      const [a, b] = [holds(test.left, values), holds(test.right, values)];
      const decides = test.kind === 'or';
      if (typeof a === 'boolean') return a === decides ? decides : b;
      if (typeof b === 'boolean') return b === decides ? decides : a;
      return decides ? tf.logicalOr(a, b) : tf.logicalAnd(a, b);
    }
  }
}
