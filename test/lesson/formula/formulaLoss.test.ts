import * as tf from '@tensorflow/tfjs';
import {
  binaryCrossEntropyWithLogits,
  hingeLoss,
  huberLoss,
  l1Loss,
  logCoshLoss,
  mseLoss,
  poissonNllLoss,
  quantileLoss,
  smoothL1Loss,
  softMarginLoss,
} from 'lossbook';
import { FormulaError, formulaLoss, language } from 'lossbook-lesson';
import type { FormulaOptions } from 'lossbook-lesson';

language('pt');

const xt = { variables: ['x', 't'] };

describe('the derivative is the one that central differences see', () => {
  const points = [-2.3, -1.1, -0.35, 0.2, 0.85, 1.7, 3.2];
  test.each([
    '(x - 1.3)^2 / 3',
    'abs(x - 0.1)^1.5',
    'x^3 - 2 x^2 + x - 1',
    '2^x + x^2 * e^(-x)',
    '(x^2 + 1)^(x / 3)',
    'log(1 + exp(-x)) + log(x^2 + 2, 3) + log2(x^2 + 1) + log10(4 + x)',
    'log1p(x^2) + expm1(x / 2)',
    'sqrt(1 + (x / 0.7)^2) - 1',
    'log(cosh(x)) + sinh(x) * tanh(x / 2)',
    'sin(x) * cos(2 x) / (2 + x^2)',
    'sigmoid(x) * softplus(-x) + relu(x - 0.5)^2',
    'max(0, 1 - 0.8 * x) + min(x, x^2, 2)',
    'max(0.3 * x, -0.7 * x)',
    'sign(x) * x^2 + square(x - 1)',
    'abs(x) <= 1 ? x^2 / 2 : abs(x) - 1/2',
    'x < -1 ? -x : x < 0 or x > 3 ? 2 x : not (x == 1) and x != 2 ? x^2 : 7',
    'pow(x^2 + 1, 0.4) / -(x - 5) - -x + +x',
    'pi * x / exp(x)',
  ])('%s', (formula) => {
    const { value, gradient } = formulaLoss(formula, { variables: ['x'] });
    for (const x of points) {
      const [h, slope] = [1e-6, gradient(x)];
      expect((value(x + h) - value(x - h)) / (2 * h)).toBeCloseTo(slope, 6);
    }
  });
});

type Built = (x: tf.Tensor, t: tf.Tensor) => tf.Tensor;

// The first errors are 0 and 1, the third is exactly delta of Huber's, the fourth exactly beta of smooth L1.
const inputs = [0.5, -0.25, 2.5, 1.25, 3, -3.5];
const targets = [0.5, -1.25, 1, 2, 0.25, -3];
const labels = [1, -1, 1, -1, -1, 1];

/** A formula, how it is told its variables, the library's loss of the same, and its targets. */
const builtIn: readonly (readonly [formula: string, options: FormulaOptions, loss: Built, targets: number[]])[] = [
  ['(x - t)^2', xt, (x, t) => mseLoss(x, t), targets],
  ['abs(x - t)', xt, (x, t) => l1Loss(x, t), targets],
  [
    'abs(x - t) <= delta ? (x - t)^2 / 2 : delta * (abs(x - t) - delta / 2)',
    { ...xt, parameters: { delta: 1.5 } },
    (x, t) => huberLoss(x, t, { delta: 1.5 }),
    targets,
  ],
  [
    'abs(x - t) < beta ? (x - t)^2 / 2 / beta : abs(x - t) - beta / 2',
    { ...xt, parameters: { beta: 0.75 } },
    (x, t) => smoothL1Loss(x, t, { beta: 0.75 }),
    targets,
  ],
  ['log(cosh(x - t))', xt, (x, t) => logCoshLoss(x, t), targets],
  [
    'max(q * (t - x), (q - 1) * (t - x))',
    { ...xt, parameters: { q: 0.8 } },
    (x, t) => quantileLoss(x, t, { quantile: 0.8 }),
    [0.4, -1.3, 2.1, 0.9, -0.2, 1.1],
  ],
  ['max(0, 1 - t * x)', xt, (x, t) => hingeLoss(x, t), labels],
  ['log(1 + exp(-t * x))', xt, (x, t) => softMarginLoss(x, t), labels],
  ['softplus(x) - t * x', xt, (x, t) => binaryCrossEntropyWithLogits(x, t), [1, 0, 1, 0, 0.3, 1]],
  ['exp(x) - t * x', xt, (x, t) => poissonNllLoss(x, t), [1, 0, 3, 2, 0, 1]],
];

describe('it equals the loss of the library in value and gradient, also at the kink', () => {
  test.each(builtIn)('%s', (formula, options, loss, others) => {
    const made = formulaLoss(formula, options);
    const [x, t] = [tf.tensor1d(inputs), tf.tensor1d(others)];
    expect(made.loss(x, t).dataSync()[0]).toBeCloseTo(loss(x, t).dataSync()[0] ?? NaN, 5);
    const slopes = tf
      .grad((y: tf.Tensor) => made.loss(y, t))(x)
      .dataSync();
    tf.grad((y: tf.Tensor) => loss(y, t))(x)
      .dataSync()
      .forEach((slope, i) => {
        expect(slopes[i]).toBeCloseTo(slope, 5);
      });
  });
});

describe('at a kink', () => {
  const slopeAt = (formula: string, x: number): number => formulaLoss(formula, { variables: ['x'] }).gradient(x);
  test.each([
    ['abs(x)', 0, 0],
    ['sign(x)', 0, 0],
    ['max(0, x)', 0, 0],
    ['max(x, 0)', 0, 1],
    ['min(0, x)', 0, 0],
    ['min(x, 0)', 0, 1],
    ['relu(x)', 0, 0],
    ['x <= 1 ? 3 x : 5 x', 1, 3],
    ['x < 1 ? 3 x : 5 x', 1, 5],
    ['abs(x)^1.5', 0, 0],
  ])('the derivative of %s at %d is %d', (formula, x, slope) => {
    expect(slopeAt(formula, x)).toBe(slope);
  });

  test('tensors follow the numbers', () => {
    for (const formula of ['abs(x)', 'max(0, x)', 'max(x, 0)', 'min(x, 0)', 'x < 0 ? -2 x : x']) {
      const { gradient, loss } = formulaLoss(formula, { variables: ['x'], reduction: 'sum' });
      const slopes = tf
        .grad((x: tf.Tensor) => loss(x))(tf.tensor1d([-1, 0, 2]))
        .dataSync();
      expect([...slopes]).toEqual([-1, 0, 2].map((x) => gradient(x) + 0));
    }
  });
});

test('the order of the arguments of max chooses the side: the hinge of the library is max(1 - t * y, 0)', () => {
  const y = tf.tensor1d([0.5, 1, 1.5]);
  const of = (loss: (x: tf.Tensor) => tf.Tensor): number[] =>
    Array.from(tf.grad(loss)(y).dataSync(), (slope) => slope + 0);
  const options: FormulaOptions = { variables: ['y', 't'], reduction: 'sum' };
  const library = of((x) => hingeLoss(x, [1, 1, 1], { reduction: 'sum' }));
  expect(of((x) => formulaLoss('max(1 - t * y, 0)', options).loss(x, 1))).toEqual(library);
  expect(of((x) => formulaLoss('max(0, 1 - t * y)', options).loss(x, 1))).toEqual([-1, 0, 0]);
});

describe('a loss of tensors', () => {
  const { loss } = formulaLoss('w * (x - t)^2', { variables: ['x', 't', 'w'] });

  test('has a gradient by each of its tensors, times what comes from above', () => {
    const [x, t, w] = [tf.tensor1d([1, 2]), tf.tensor1d([0.5, 4]), tf.tensor1d([3, 0.5])];
    const slopes = tf.grads((a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) => tf.mul(10, loss(a, b, c)))([x, t, w]);
    expect(slopes.map((slope) => [...slope.dataSync()])).toEqual([
      [15, -10],
      [-15, 10],
      [1.25, 20],
    ]);
  });

  test('takes numbers and arrays, leaves one tensor, and reduces as asked', () => {
    const before = tf.memory().numTensors;
    const mean = loss([1, 2], [0, 0], 1);
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(mean.dataSync()[0]).toBe(2.5);
    const options = { variables: ['x'] };
    expect([
      ...formulaLoss('x^2', { ...options, reduction: 'none' })
        .loss([1, 3])
        .dataSync(),
    ]).toEqual([1, 9]);
    expect(
      formulaLoss('x^2', { ...options, reduction: 'sum' })
        .loss([1, 3])
        .dataSync()[0],
    ).toBe(10);
  });

  test('a branch that is not taken spoils no gradient', () => {
    const safe = formulaLoss('x > 0 ? sqrt(x) : 0', { variables: ['x'], reduction: 'sum' });
    expect([
      ...tf
        .grad((x: tf.Tensor) => safe.loss(x))(tf.tensor1d([-1, 0, 4]))
        .dataSync(),
    ]).toEqual([0, 0, 0.25]);
  });

  test('wants one shape', () => {
    expect(() => loss([1, 2], [[1], [2]], 1)).toThrow(FormulaError);
  });
});

test('mathjs reads: powers before signs, a product without a sign before a division, e and pi', () => {
  const at3 = (formula: string): number =>
    formulaLoss(formula, { variables: ['d'], parameters: formula.includes('beta') ? { beta: 2 } : {} }).value(3);
  expect(at3('d^2/2*beta')).toBe(9);
  expect(at3('d^2/2 beta')).toBe(2.25);
  expect(at3('-d^2')).toBe(-9);
  expect(at3('(-d)^2')).toBe(9);
  expect(at3('e^d')).toBeCloseTo(Math.exp(3), 12);
  expect(formulaLoss('e^2', { variables: ['e'] }).value(3)).toBe(9);
});

describe('LaTeX', () => {
  const of = (formula: string, options: FormulaOptions = { variables: ['d'] }): [string, string] => {
    const { latex, gradientLatex } = formulaLoss(formula, options);
    return [latex, gradientLatex];
  };

  test('of formulas and of their derivatives, without the zeros and ones of the rules', () => {
    expect(of('d^2 / 2')).toEqual(['\\frac{d^{2}}{2}', 'd']);
    expect(of('log(cosh(d))')[1]).toBe('\\frac{\\sinh\\left(d\\right)}{\\cosh\\left(d\\right)}');
    expect(of('delta^2 * (sqrt(1 + (d / delta)^2) - 1)', { variables: ['d'], parameters: { delta: 2 } })[1]).toBe(
      '\\frac{d}{\\sqrt{1 + \\left(\\frac{d}{\\delta}\\right)^{2}}}',
    );
    expect(of('3 d^2 / 4 + 1 / d^2 - 5 d')[1]).toBe('1.5 \\, d - \\frac{2}{d^{3}} - 5');
    expect(of('max(0, 1 - t * y)', { variables: ['y', 't'] })).toEqual([
      '\\max\\left(0, 1 - t \\, y\\right)',
      '\\begin{cases} 0 & \\text{se } 0 \\ge 1 - t \\, y \\\\ -t & \\text{caso contrário} \\end{cases}',
    ]);
    expect(
      of('abs(d) <= delta ? d^2/2 : delta*(abs(d) - delta/2)', { variables: ['d'], parameters: { delta: 1 } })[1],
    ).toBe(
      '\\begin{cases} d & \\text{se } \\left|d\\right| \\le \\delta \\\\ \\delta \\, \\operatorname{sign}\\left(d\\right) & \\text{caso contrário} \\end{cases}',
    );
    expect(of('-(d - x_1) * 2^d', { variables: ['d', 'x_1'] })[0]).toBe('-\\left(d - x_{1}\\right) \\cdot 2^{d}');
  });

  test('speaks the language of the notebook', () => {
    const loss = formulaLoss('d < 0 ? 1 : d', { variables: ['d'] });
    language('es');
    expect(loss.latex).toContain('en otro caso');
    language('pt');
    expect(loss.latex).toContain('caso contrário');
  });
});

describe('what it does not take', () => {
  test.each([
    ['x^^2', ['x'], 'não é uma fórmula'],
    ['x + y', ['x'], '"y" não é variável'],
    ['x^2', ['x', 't'], 't não aparece'],
    ['floor(x)', ['x'], 'degraus'],
    ['erf(x)', ['x'], 'não sei derivar erf'],
    ['x < 1', ['x'], 'só vale como condição'],
    ['x ? 1 : x', ['x'], 'não é uma comparação'],
    ['abs(x, 2)', ['x'], 'recebe 1'],
    ['max(x)', ['x'], 'recebe 2'],
    ['[x, 1]', ['x'], 'não é parte'],
    ['x = 3', ['x'], 'não é parte'],
    ['"x" + x', ['x'], 'não é parte'],
    ['2', [], 'diga em variables'],
  ])('%s', (formula, variables, words) => {
    const make = (): unknown => formulaLoss(formula, { variables });
    expect(make).toThrow(FormulaError);
    expect(make).toThrow(words);
  });

  test('another number of values', () => {
    const { value, loss } = formulaLoss('x - t', xt);
    expect(() => value(1)).toThrow('são 2 valores (x, t), e chegaram 1');
    expect(() => loss([1])).toThrow('são 2 valores');
  });
});
