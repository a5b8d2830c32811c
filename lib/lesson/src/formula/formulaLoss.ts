import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, TensorLike } from '@tensorflow/tfjs-core';
import { derivative } from './derivative';
import { elementwise } from './elementwise';
import { namesIn } from './expression';
import type { Expression } from './expression';
import { computeNumber } from './compute';
import { FormulaError } from './formulaError';
import { latex } from './latex';
import { parse } from './parse';

export interface FormulaOptions {
  /** The variables in the order in which values are handed in; the first is the one that the derivative is taken by. */
  readonly variables: readonly string[];
  /** Numbers that stay fixed, as `{ delta: 1.5 }`. Default: none. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** How `loss` makes one number of the elements' losses. Default: 'mean'. */
  readonly reduction?: 'mean' | 'sum' | 'none';
}

/** A loss of one element, made of its formula. */
export interface FormulaLoss {
  /** The formula in LaTeX. */
  readonly latex: string;
  /** Its derivative by the first variable, in LaTeX. */
  readonly gradientLatex: string;
  /** The loss of one element, from the variables' numbers in order; in double precision. */
  readonly value: (...numbers: readonly number[]) => number;
  /** Its derivative by the first variable. */
  readonly gradient: (...numbers: readonly number[]) => number;
  /** The loss of tensors, reduced; differentiable by each of them, with the derivatives of the formula. */
  readonly loss: (...tensors: readonly (Tensor | TensorLike)[]) => Tensor;
}

/**
 * Makes a loss of its formula: value, derivative by rules, both as LaTeX, and a loss of tensors.
 *
 * Notation is mathjs': `^`, `*`, `2 x`, `a ? b : c`, `<`, `<=`, `and`, `or`, `not`, the numbers `e` and `pi`, and the functions abs, cos,
 * cosh, exp, expm1, log (natural; `log(x, base)`, log2, log10), log1p, max, min, pow, relu, sigmoid, sign, sin, sinh, softplus, sqrt,
 * square, tanh. `d^2/2 beta` is d²/(2β), `d^2/2*beta` is (d²/2)·β, and `-d^2` is −(d²).
 *
 * At a kink: |u| has the derivative 0 at 0, as in PyTorch's L1; of two equal numbers max and min follow the first, so that
 * `max(0, u)` has 0 where u = 0 and `max(u, 0)`, as lossbook's hinge, that of u; a conditional has that of the branch it takes; sign
 * has 0 everywhere. Where a formula has no finite derivative, as sqrt(d) at 0, it is infinite or NaN: no rule hides it.
 *
 * Tensors have one shape, or are scalars; they are computed in float32 as the formula stands, so that `log(1 + exp(u))` overflows above
 * 88 where `softplus(u)` does not. A call leaves one tensor more.
 *
 * Equals lossbook's losses of one element in value and gradient; for a loss that compares elements, as cross-entropy, it is the wrong tool.
 *
 * @throws FormulaError for what is no formula, an unknown name, a variable or parameter that is not used, a function without a derivative
 * @example
 * const hinge = formulaLoss('max(0, 1 - t*y)', { variables: ['y', 't'] });
 * hinge.value(0.25, 1); // 0.75
 * hinge.gradient(0.25, 1); // -1
 * hinge.loss([0.25, 2], [1, 1]).print(); // 0.375
 */
export function formulaLoss(
  formula: string,
  { variables, parameters = {}, reduction = 'mean' }: FormulaOptions,
): FormulaLoss {
  const names = [...variables, ...Object.keys(parameters)];
  const expression = parse(formula, new Set(names));
  const [first] = variables;
  if (first === undefined) {
    throw new FormulaError(formula, {
      pt: 'diga em variables em relação a que se deriva.',
      es: 'di en variables respecto de qué se deriva.',
    });
  }
  refuseUnused(formula, names, expression);

  const slopes = variables.map((name) => derivative(expression, name));
  const slope = derivative(expression, first);
  const values = (numbers: readonly number[]): Readonly<Record<string, number>> => {
    if (numbers.length !== variables.length) throw wrongCount(formula, variables, numbers.length);
    return { ...parameters, ...Object.fromEntries(variables.map((name, i) => [name, numbers[i] ?? NaN])) };
  };
  const each = elementwise({ expression, slopes, variables, parameters });

  return {
    get latex() {
      return latex(expression);
    },
    get gradientLatex() {
      return latex(slope);
    },
    value: (...numbers) => computeNumber(expression, values(numbers)),
    gradient: (...numbers) => computeNumber(slope, values(numbers)),
    loss: (...tensors) => {
      if (tensors.length !== variables.length) throw wrongCount(formula, variables, tensors.length);
      return tf.tidy(() => {
        const losses = each(formula, tensors);
        return reduction === 'none' ? losses : reduction === 'sum' ? tf.sum(losses) : tf.mean(losses);
      });
    },
  };
}

function refuseUnused(formula: string, names: readonly string[], expression: Expression): void {
  const used = namesIn(expression);
  const unused = names.filter((name) => !used.has(name));
  if (unused.length === 0) return;
  throw new FormulaError(formula, {
    pt: `${unused.join(', ')} não aparece na fórmula. Confira o nome ou tire-o da lista.`,
    es: `${unused.join(', ')} no aparece en la fórmula. Revisa el nombre o quítalo de la lista.`,
  });
}

const wrongCount = (formula: string, variables: readonly string[], count: number): FormulaError =>
  new FormulaError(formula, {
    pt: `são ${variables.length} valores (${variables.join(', ')}), e chegaram ${count}.`,
    es: `son ${variables.length} valores (${variables.join(', ')}), y llegaron ${count}.`,
  });
