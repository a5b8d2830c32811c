import type { Tensor } from '@tensorflow/tfjs-core';
import { add, div, mul, reshape, sub, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { at, readable } from '../core/readable';
import type { Reduced, Reduction } from '../core/reduction';
import { reduce, share } from '../core/reduction';
import { rowTotals } from '../core/rowTotals';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';

/** What the sums over a region weigh, and what is added to them. */
export interface Weights {
  hit: number;
  falsePositive: number;
  falseNegative: number;
  smoothNumerator: number;
  smoothDenominator: number;
}

/**
 * 1 minus a ratio of overlap, for each region: each item of the first axis, or all of a vector.
 *
 *     1 - (hit TP + smoothNumerator) / (hit TP + falsePositive FP + falseNegative FN + smoothDenominator)
 *
 * with TP = Σ p t, FP = Σ p (1 - t) and FN = Σ (1 - p) t.
 */
export function overlapLoss<R extends Reduction>(
  loss: string,
  args: { input: TensorLike; target: TensorLike },
  attributes: { reduction: R; [option: string]: number | string },
  weights: Weights,
): Reduced<R> {
  const { reduction } = attributes;
  return tidy(() => {
    const tensors = floats(loss, args);
    probabilities(loss, tensors);
    const { shape } = tensors.input;
    const outer = shape.slice(0, shape.length > 1 ? 1 : 0);
    const regions = outer[0] ?? 1;
    const flat = [regions, shape.slice(outer.length).reduce((product, size) => product * size, 1)];
    return runLoss(loss, tensors, attributes, ({ input, target }) =>
      differentiable(
        [reshape(input, flat), reshape(target, flat)],
        (p, t) => reduce(reshape(ratio(p, t, weights).loss, outer), reduction),
        (dy, p, t) => {
          const { loss, kept, whole } = ratio(p, t, weights);
          const each = div(reshape(share(dy, regions, reduction), [-1, 1]), whole);
          const { hit, falsePositive, falseNegative } = weights;
          const missByP = sub(falsePositive, mul(t, falsePositive + falseNegative));
          const missByT = sub(falseNegative, mul(p, falsePositive + falseNegative));
          return [
            mul(each, sub(mul(missByP, kept), mul(loss, mul(t, hit)))),
            mul(each, sub(mul(missByT, kept), mul(loss, mul(p, hit)))),
          ];
        },
      ),
    );
  }) as Reduced<R>;
}

/** The loss of each region from its misses, `kept` from its hits: each as 1 minus the other would cancel. */
function ratio(p: Tensor, t: Tensor, weights: Weights): { loss: Tensor; kept: Tensor; whole: Tensor } {
  const { smoothNumerator, smoothDenominator } = weights;
  const misses = add(
    mul(rowTotals(mul(p, sub(1, t))), weights.falsePositive),
    mul(rowTotals(mul(sub(1, p), t)), weights.falseNegative),
  );
  const hits = mul(rowTotals(mul(p, t)), weights.hit);
  const whole = add(add(hits, misses), smoothDenominator);
  return {
    loss: div(add(misses, smoothDenominator - smoothNumerator), whole),
    kept: div(add(hits, smoothNumerator), whole),
    whole,
  };
}

function probabilities(loss: string, args: Record<string, Tensor>): void {
  for (const [name, x] of Object.entries(args)) {
    const found = readable(x);
    const wrong = found?.findIndex((p) => p < 0 || p > 1) ?? -1;
    if (wrong >= 0) {
      throw new RangeError(`${loss}: ${name} ${found?.[wrong]}${at(wrong, x.shape)} is no probability in [0, 1]`);
    }
  }
}
