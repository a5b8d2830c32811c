import type { Tensor, Tensor3D } from '@tensorflow/tfjs-core';
import { mul, reshape, scalar, tensor1d, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';
import { Loss } from '../core/loss';
import type { LossOptions } from '../core/options';
import { withDefaults } from '../core/options';
import type { Reduced, Reduction } from '../core/reduction';
import { runLoss } from '../core/runLoss';
import type { TensorLike } from '../core/tensors';
import { floats } from '../core/tensors';
import type { Sequence } from './alignments';
import { forward, loss, occupancy } from './alignments';
import { atOnce } from './atOnce';
import { labelsOf, lengthsOf } from './labels';

export interface CTCLossOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** How many steps of each sequence of `logProbs` count, `[N]`; there is no default. */
  inputLengths?: TensorLike | undefined;
  /** How many labels each target has, `[N]`; there is no default. */
  targetLengths?: TensorLike | undefined;
  /** The class that stands for no label, by default 0. */
  blank?: number | undefined;
  /** Whether a target that cannot be aligned has loss and gradient 0, by default false: ∞ and NaN. */
  zeroInfinity?: boolean | undefined;
}

/**
 * Connectionist temporal classification: of a sequence of labels, when nobody knows at which step each was said.
 *
 * An alignment names a class for each step; it spells the target once repetitions are merged and then blanks dropped.
 *
 *     loss = -log Σ over the alignments that spell the target, Π over steps t, exp(logProbs[t, class at t])
 *
 * Two equal labels in a row need a blank between them, so a target may have no alignment: its loss is ∞. The gradient is
 *
 *     exp(logProbs[t,c]) - P(the alignment is in c at t | the target is spelt)
 *
 * and 0 from the sequence's end on. That is PyTorch's; it is the derivative only after a `logSoftmax`, since it counts
 * that each step's probabilities sum to 1 already: so give logSoftmax's result, and nothing that is not normalised.
 *
 * It is computed in float64 by the processor, whichever the backend. WebGPU cannot hand over at once what it computed, such as
 * a logSoftmax: there it throws, and `ready('wasm')` is the remedy.
 *
 * @param logProbs log-probabilities, `[T,N,C]`, or `[T,C]` for one sequence: the log-softmax along the last axis
 * @param targets  labels in 0…C-1 without `blank`, as int32, arrays or whole float32 numbers: `[N,S]`, of which what is beyond
 * a target's length is not looked at, or one target after the other, `[ΣS]`
 * @param options.inputLengths  steps that count, `[N]` whole numbers of at most `T`, or a number for `[T,C]`; required
 * @param options.targetLengths labels that count, `[N]` whole numbers of at most `S`, or a number for `[T,C]`; required
 * @param options.blank         the class of no label, by default 0
 * @param options.zeroInfinity  whether a target without alignment counts 0, by default false
 * @param options.reduction `'none'` keeps `[N]`; `'mean'` (default) divides each loss by its target's length (at least 1)
 * and then by `N`; `'sum'` divides by nothing
 * @returns the loss; NaN in a sequence's log-probabilities makes its loss and gradient NaN
 * @throws RangeError for wrong shapes, empty `logProbs`, lengths and labels out of range, a label that is `blank`, an unknown
 * reduction; TypeError for what is not made of numbers, missing lengths or an unknown option; Error on WebGPU
 *
 * @example
 * ctcLoss([[[0, -9]]], [[1]], { inputLengths: [1], targetLengths: [1] })                       // 9
 * ctcLoss([[0, -9]], [1], { inputLengths: 1, targetLengths: 1 })                               // 9
 * ctcLoss([[0, -9]], [1, 1], { inputLengths: 1, targetLengths: 2 })                            // Infinity
 * ctcLoss([[0, -9]], [1, 1], { inputLengths: 1, targetLengths: 2, zeroInfinity: true })        // 0
 * grad((x) => ctcLoss(x, [1], { inputLengths: 1, targetLengths: 1 }))([[-Infinity, 0]])        // [[0, 0]]
 *
 * Same as `torch.nn.functional.ctc_loss` (2.13). Differs: a label that is no class or `blank` throws instead of writing where
 * it must not, or counting as a blank; the gradient by a log-probability of -∞ is 0 and not NaN where the loss is finite;
 * lengths are options.
 *
 * Graves, Fernández, Gomez, Schmidhuber, "Connectionist Temporal Classification", ICML 2006.
 * https://doi.org/10.1145/1143844.1143891
 */
export function ctcLoss<R extends Reduction = 'mean'>(
  logProbs: TensorLike,
  targets: TensorLike,
  options: CTCLossOptions<R> = {},
): Reduced<R> {
  const defaults = { inputLengths: undefined, targetLengths: undefined, blank: 0, zeroInfinity: false };
  const { inputLengths, targetLengths, blank, zeroInfinity, reduction } = withDefaults('ctcLoss', options, defaults);
  return tidy(() => {
    const { logProbs: given } = floats('ctcLoss', { logProbs });
    const [steps, count, classes] = batched(given.shape);
    if (!(Number.isInteger(blank) && blank >= 0 && blank < classes)) {
      throw new RangeError(`ctcLoss: blank ${blank} is not in 0…${classes - 1}`);
    }
    const times = lengthsOf('inputLengths', inputLengths, { count, most: steps });
    const sizes = lengthsOf('targetLengths', targetLengths, { count });
    const labels = labelsOf(targets, sizes, { classes, blank });
    const tensors: { logProbs: Tensor3D } = { logProbs: reshape(given, [steps, count, classes]) };
    const spelled = { targets: labels.flat(), targetLengths: sizes, inputLengths: times };
    const attributes = { blank, zeroInfinity, reduction };
    const losses = runLoss('ctcLoss', tensors, { ...attributes, ...spelled }, ({ logProbs }) =>
      alignmentLosses(logProbs, times, labels, attributes),
    );
    return reduction === 'none' && given.rank === 2 ? reshape(losses, []) : losses;
  }) as Reduced<R>;
}

/** `ctcLoss` with its options chosen beforehand; the lengths may come with each batch, as in PyTorch. */
export class CTCLoss<R extends Reduction = 'mean'> extends Loss<CTCLossOptions<R>> {
  call(
    logProbs: TensorLike,
    targets: TensorLike,
    inputLengths = this.options.inputLengths,
    targetLengths = this.options.targetLengths,
  ): Reduced<R> {
    return ctcLoss(logProbs, targets, { ...this.options, inputLengths, targetLengths });
  }
}

function batched(shape: readonly number[]): [steps: number, count: number, classes: number] {
  const [steps = 0, count = 0, classes = 0] = shape.length === 2 ? [shape[0], 1, shape[1]] : shape;
  if ((shape.length !== 2 && shape.length !== 3) || steps * count * classes === 0) {
    throw new RangeError(
      `ctcLoss: logProbs has shape [${String(shape)}]; it must be [T,N,C] or [T,C], and none of these 0`,
    );
  }
  return [steps, count, classes];
}

/** tfjs never sees the recursion: per step a kernel each for a few dozen numbers would take longer than all of it here. */
function alignmentLosses(
  logProbs: Tensor3D,
  times: number[],
  labels: number[][],
  { blank, zeroInfinity, reduction }: { blank: number; zeroInfinity: boolean; reduction: Reduction },
): Tensor {
  const numbers = atOnce('logProbs', logProbs);
  const [, count, classes] = logProbs.shape;
  const sequences = labels.map<Sequence>((labels, n) => ({
    logProb: (t, c) => numbers[(t * count + n) * classes + c] ?? NaN,
    steps: times[n] ?? 0,
    labels,
    blank,
  }));
  const lattices = sequences.map(forward);
  const losses = sequences.map((sequence, n) => loss(sequence, lattices[n] ?? []));
  const counted = losses.map((loss) => (zeroInfinity && loss === Infinity ? 0 : loss));
  const shares = labels.map(({ length }) => (reduction === 'mean' ? 1 / (count * Math.max(length, 1)) : 1));

  return differentiable<[Tensor3D]>(
    [logProbs],
    () =>
      reduction === 'none' ? tensor1d(counted) : scalar(counted.reduce((sum, x, n) => sum + x * (shares[n] ?? 1), 0)),
    (dy) => {
      const slopes = new Float32Array(numbers.length);
      sequences.forEach((sequence, n) => {
        const { steps, logProb } = sequence;
        const [total = 0, share = 1] = [losses[n], shares[n]];
        if (zeroInfinity && total === Infinity) return;
        const occupied = Number.isFinite(total) ? occupancy(sequence, lattices[n] ?? [], total, classes) : undefined;
        for (let t = 0; t < steps; t++) {
          for (let c = 0; c < classes; c++) {
            const inClass = occupied?.[t * classes + c] ?? NaN;
            slopes[(t * count + n) * classes + c] = share * (Math.exp(logProb(t, c)) - inClass);
          }
        }
      });
      const pull = reduction === 'none' ? reshape(dy, [1, count, 1]) : dy;
      return [mul(pull, tensor3d(slopes, logProbs.shape))];
    },
  );
}
