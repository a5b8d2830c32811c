import type { TensorLike } from '../core/tensors';
import { check, widthOf } from './labels';
import { numbers } from './numbers';

/** Where the temperature is sought. */
const [LOWEST, HIGHEST] = [0.01, 100];

export interface Temperature {
  /** What to divide logits by before the softmax. */
  temperature: number;
  /** The mean negative log-likelihood of the logits as they are. */
  before: number;
  /** The mean negative log-likelihood of the logits divided by the temperature. */
  after: number;
}

/**
 * Temperature scaling: the one number by which to divide a classifier's logits so that its probabilities fit best.
 *
 *     T = argmin mean of -log softmax(logits / T)[class]
 *
 * T > 1 makes an overconfident model less sure, T < 1 a timid one surer; which class is the highest never changes, nor
 * does the accuracy. Fit it on validation data, not on those that the model was trained with.
 *
 * The negative log-likelihood is convex in 1 / T, so its slope is bisected until no double lies between. T is sought in
 * [0.01, 100]; where the likelihood still grows at an end, that end is returned: 0.01 where each logit of a right class
 * is the highest of its row, 100 where the logits are of no use.
 *
 * @param logits  `[..., C]`
 * @param classes class indices `[...]`
 * @returns the temperature, and the mean negative log-likelihood before and after
 * @throws RangeError when shapes do not fit, there are no elements, a label is no class or a number not finite, TypeError
 * for what is not made of numbers
 *
 * @example
 * fitTemperature([[4, 0], [4, 0], [4, 0], [0, 4]], [0, 0, 0, 0]).temperature.toFixed(4)   // '3.6410'
 * fitTemperature([[4, 0], [0, 4]], [0, 1]).temperature                                    // 0.01
 * fitTemperature([[4, 0], [4, 0]], [0, 1]).temperature                                    // 100
 *
 * Same as minimising `torch.nn.functional.cross_entropy(logits / T, classes)` (2.13) by T. Differs: T stays in
 * [0.01, 100], and does not depend on where a search starts or how many steps it takes.
 *
 * Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 * https://arxiv.org/abs/1706.04599
 */
export function fitTemperature(logits: TensorLike, classes: TensorLike): Temperature {
  const given = numbers('fitTemperature', 'logits', logits);
  const truth = numbers('fitTemperature', 'classes', classes);
  const width = widthOf('fitTemperature', given, truth);
  if (width === undefined || truth.data.length === 0) {
    const shapes = `[${String(given.shape)}] and classes [${String(truth.shape)}]`;
    throw new RangeError(`fitTemperature: logits has shape ${shapes}; they must be [N, C] and [N] with N > 0`);
  }
  check('fitTemperature', truth, width);
  const rows = truth.data.map((label, row) => lead(given.data.slice(row * width, (row + 1) * width), label));
  const beta = root((beta) => likelihood(rows, beta).slope, 1 / HIGHEST, 1 / LOWEST);
  return { temperature: 1 / beta, before: likelihood(rows, 1).loss, after: likelihood(rows, beta).loss };
}

/** How far each logit is ahead of that of the right class. */
function lead(logits: number[], label: number): number[] {
  const right = logits[label] ?? NaN;
  return logits.map((logit) => logit - right);
}

/** The mean of log Σ exp(beta lead), and its derivative by beta: the mean of the lead that the softmax expects. */
function likelihood(rows: number[][], beta: number): { loss: number; slope: number } {
  let [loss, slope] = [0, 0];
  for (const row of rows) {
    const most = row.reduce((a, b) => Math.max(a, b));
    let [sum, weighted] = [0, 0];
    for (const ahead of row) {
      const weight = Math.exp(beta * (ahead - most));
      sum += weight;
      weighted += weight * ahead;
    }
    loss += beta * most + Math.log(sum);
    slope += weighted / sum;
  }
  return { loss: loss / rows.length, slope: slope / rows.length };
}

/** Where a growing function is 0, or the end to which it is nearest. */
function root(f: (x: number) => number, low: number, high: number): number {
  if (f(low) >= 0) return low;
  if (f(high) <= 0) return high;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
}
