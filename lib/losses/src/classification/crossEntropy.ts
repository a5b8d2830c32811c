import type { Tensor } from '@tensorflow/tfjs-core';
import {
  add,
  equal,
  expandDims,
  gather,
  matMul,
  max,
  mul,
  neg,
  reshape,
  softmax,
  squeeze,
  sub,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { classes } from '../core/classes';
import { columnTotals } from '../core/columnTotals';
import { constant } from '../core/constant';
import { differentiable } from '../core/differentiable';
import { logLargest, logSoftmax } from '../core/logSoftmax';
import { Loss } from '../core/loss';
import { oneHot } from '../core/oneHot';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats, numbers } from '../core/tensors';
import { total } from '../core/total';
import { classAxis, toRows } from './classAxis';
import { classWeight } from './classWeight';
import type { RowLoss } from './indexed';
import { indexed, pick } from './indexed';
import { smoothed } from './smoothLabels';

export interface CrossEntropyLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** One weight for each class, `[C]`; by default every class counts the same. With class indices it has no gradient. */
  weight?: TensorLike | undefined;
  /** Class indices equal to this do not count; by default -100. */
  ignoreIndex?: number | undefined;
  /** How much of each target is spread evenly over all classes; 0 (default) to 1. */
  labelSmoothing?: number | undefined;
}

/**
 * Cross-entropy of class scores (logits), with class indices or class probabilities as targets.
 *
 * With the probabilities `p = softmax(input)` of one sample and the weights `w`,
 *
 *     loss = -w[y] log p[y]        for a class index y
 *          = -Σ w[c] q[c] log p[c] for class probabilities q
 *
 * Label smoothing ε takes `(1 - ε) q + ε / C` for `q`, where an index is 1 at its class and 0 elsewhere. The gradient is
 * `p - q` for weights of 1: it never vanishes while the prediction is wrong, however wrong it is.
 *
 * @param input  scores, `[C]`, `[N,C]` or `[N,C,d…]`: the classes are axis 1, or 0 where there is no other
 * @param target class indices in 0…C-1, `[]`, `[N]` or `[N,d…]`, or class probabilities, the same shape as `input`
 * @param options.weight         a factor for each class, `[C]`; of indices the mean divides by the sum of the samples' weights,
 * of probabilities by the number of samples
 * @param options.ignoreIndex    class indices equal to this do not count, whether it is a class or not; by default -100
 * @param options.labelSmoothing how much of each target is spread evenly over all classes; 0 (default) to 1
 * @param options.reduction      `'none'` keeps a loss for each sample; `'mean'` (default) and `'sum'` give a scalar
 * @returns the loss; the mean of no samples is NaN, also when all are ignored, and its gradient then 0
 * @throws RangeError for a target that is no class, for other shapes, `labelSmoothing` outside 0…1, probabilities with an
 * `ignoreIndex` of 0 or more or an unknown reduction, TypeError for other than float32 scores, an unknown option
 * or the gradient of the weight of class indices
 *
 * @example
 * crossEntropy([[50, 0], [0, 50]], [0, 0])                            // 25
 * crossEntropy([[50, 0], [0, 50]], [0, 0], { reduction: 'none' })     // [0, 50]
 * crossEntropy([[50, 0], [0, 50]], [[1, 0], [0.5, 0.5]])              // 12.5
 * crossEntropy([[50, 0], [0, 50]], [0, 0], { labelSmoothing: 0.5 })   // 25
 * crossEntropy([[50, 0], [0, 50]], [0, 1], { weight: [1, 3] })        // 0
 * grad((input) => crossEntropy(input, [0, 1]))([[0, 0], [0, 0]])      // [[-0.25, 0.25], [0.25, -0.25]]
 *
 * Same as `torch.nn.functional.cross_entropy` (2.13). Differs: whole numbers are taken as indices from arrays and float32
 * tensors too; negative smoothing throws instead of being 0; a score of -Infinity for a class of probability 0 adds 0 instead of NaN.
 *
 * Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", Neurocomputing, 1990.
 * https://doi.org/10.1007/978-3-642-76153-9_28
 */
export function crossEntropy<R extends Reduction = 'mean'>(
  input: TensorLike,
  target: TensorLike,
  options: CrossEntropyLossOptions<R> = {},
): Reduced<R> {
  const { weight, ignoreIndex, labelSmoothing, reduction } = withDefaults('crossEntropy', options, {
    weight: undefined,
    ignoreIndex: -100,
    labelSmoothing: 0,
  });
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new RangeError(`crossEntropy: labelSmoothing must be in 0…1, got ${labelSmoothing}`);
  }
  const attributes = { ignoreIndex, labelSmoothing, reduction };
  return tidy(() => {
    const scores = floats('crossEntropy', { input }).input;
    const axis = classAxis('crossEntropy', scores);
    const weights = classWeight('crossEntropy', weight, axis);
    const rows = toRows(scores, axis);
    const given = numbers('crossEntropy: target', target);
    if (String(given.shape) === String(scores.shape)) {
      if (ignoreIndex >= 0) {
        throw new RangeError('crossEntropy: ignoreIndex is for class indices, and target has probabilities');
      }
      const sharp = toRows(floats('crossEntropy', { target: given }).target, axis);
      const tensors = { input: rows, target: sharp, weight: weight === undefined ? undefined : weights };
      const losses = runLoss('crossEntropy', tensors, attributes, ({ input, target, weight }) => {
        const q = labelSmoothing === 0 ? target : smoothed(target, labelSmoothing);
        return ofProbabilities(input, weight === undefined ? q : weighted(q, weight), reduction);
      });
      return reduction === 'none' ? reshape(losses, axis.samples) : losses;
    }
    const indices = classes('crossEntropy', 'target', given, { shape: axis.samples, count: axis.count, ignoreIndex });
    const flat = reshape(indices, [indices.size]);
    const fixed = constant('crossEntropy: the weight of class indices', weights);
    const tensors = { input: rows, target: flat, weight: fixed };
    const losses = runLoss('crossEntropy', tensors, attributes, ({ input, target, weight }) =>
      indexed(input, target, weight, ofIndices(labelSmoothing), ignoreIndex, reduction),
    );
    return reduction === 'none' ? reshape(losses, axis.samples) : losses;
  }) as Reduced<R>;
}

/** `crossEntropy` with its options chosen beforehand. */
export class CrossEntropyLoss<R extends Reduction = 'mean'> extends Loss<CrossEntropyLossOptions<R>> {
  call(input: TensorLike, target: TensorLike): Reduced<R> {
    return crossEntropy(input, target, this.options);
  }
}

/** The difference to the largest score comes first: of large scores it keeps the digits that a logarithm would lose. */
const ofIndices = (smoothing: number): RowLoss => ({
  value: (rows, classes, weight) => {
    const largest = max(rows, 1, true);
    const log = squeeze(logLargest(rows), [1]);
    const chosen = sub(sub(squeeze(largest, [1]), pick(rows, classes)), log);
    const sharp = mul(mul(gather(weight, classes), 1 - smoothing), chosen);
    if (smoothing === 0) return sharp;
    const below = squeeze(matMul(sub(largest, rows), expandDims(weight, 1)), [1]);
    return add(sharp, mul(sub(below, mul(total(weight), log)), smoothing / weight.size));
  },
  gradient: (dy, rows, classes, weight) => {
    const p = softmax(rows);
    const one = oneHot(classes, weight.size);
    const sharp = mul(sub(p, one), mul(mul(expandDims(gather(weight, classes), 1), 1 - smoothing), dy));
    if (smoothing === 0) return sharp;
    return add(sharp, mul(sub(mul(p, total(weight)), weight), mul(dy, smoothing / weight.size)));
  },
});

/** Of rows of classes each times its weight. tfjs's own gradient by the weights fails without rows. */
const weighted = (rows: Tensor, weight: Tensor) =>
  differentiable([rows, weight], mul<Tensor>, (dy, rows, weight) => [mul(dy, weight), columnTotals(mul(dy, rows))]);

/** The loss of rows of scores and of as many probabilities, times weights, which need not add up to 1. */
function ofProbabilities(rows: Tensor, probabilities: Tensor, reduction: Reduction): Tensor {
  const [count] = rows.shape as [number];
  return differentiable(
    [rows, probabilities],
    (rows, q) => {
      const terms = mul(neg(q), logSoftmax(rows));
      return reduce(squeeze(rowTotals(where(equal(q, 0), zerosLike(q), terms)), [1]), reduction);
    },
    (dy, rows, q) => {
      const each = share(dy, count, reduction);
      const row = reduction === 'none' ? expandDims(each, 1) : each;
      return [mul(sub(mul(softmax(rows), rowTotals(q)), q), row), mul(neg(row), logSoftmax(rows))];
    },
  );
}
