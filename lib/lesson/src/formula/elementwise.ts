import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, TensorLike } from '@tensorflow/tfjs-core';
import { compute } from './compute';
import type { Values } from './compute';
import type { Expression } from './expression';
import { FormulaError } from './formulaError';
import type { Operand } from './functions';

interface Parts {
  readonly expression: Expression;
  /** The derivative by each variable. */
  readonly slopes: readonly Expression[];
  readonly variables: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * A formula as a TensorFlow.js operation whose gradient is what the formula's derivatives say, times the gradient that comes from
 * above; TensorFlow.js' own is another one at kinks.
 */
export function elementwise({
  expression,
  slopes,
  variables,
  parameters,
}: Parts): (formula: string, given: readonly (Tensor | TensorLike)[]) => Tensor {
  const named = (tensors: readonly Operand[]): Values<Operand> => ({
    ...parameters,
    ...Object.fromEntries(variables.map((name, i) => [name, tensors[i] ?? NaN])),
  });
  return (formula, given) => {
    const tensors = oneShape(formula, given);
    const operation = tf.customGrad((...args) => {
      const inputs = args.slice(0, -1) as Tensor[];
      const save = args.at(-1) as unknown as (saved: Tensor[]) => void;
      save(inputs);
      return {
        value: filled(compute(expression, named(inputs)), inputs),
        gradFunc: (dy: Tensor, saved: Tensor[]) => slopes.map((slope) => tf.mul(dy, compute(slope, named(saved)))),
      };
    });
    return operation(...tensors);
  };
}

/** Tensors of one shape; a scalar takes it. */
function oneShape(formula: string, given: readonly (Tensor | TensorLike)[]): Tensor[] {
  const tensors = given.map((one) => tf.cast(one, 'float32'));
  const shape = tensors.find(({ rank }) => rank > 0)?.shape ?? [];
  return tensors.map((one) => {
    if (one.rank === 0) return shape.length === 0 ? one : tf.broadcastTo(one, shape);
    if (one.shape.join() === shape.join()) return one;
    throw new FormulaError(formula, {
      pt: `as formas [${shape.join(', ')}] e [${one.shape.join(', ')}] são diferentes.`,
      es: `las formas [${shape.join(', ')}] y [${one.shape.join(', ')}] son distintas.`,
    });
  });
}

/** A result that no variable took part in, as a conditional on parameters may give, still has the tensors' shape. */
function filled(result: Operand, [like]: readonly Tensor[]): Tensor {
  return typeof result === 'number' ? tf.fill(like?.shape ?? [], result) : result;
}
