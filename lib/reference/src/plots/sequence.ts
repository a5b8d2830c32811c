import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { clipByValue, fill, log, log1p, neg, reshape, slice, stack, tile, expandDims } from '@tensorflow/tfjs-core';
import { ctcLoss } from 'lossbook';
import type { CurvePlot } from './plot';

/** As many sequences as numbers, of so many steps, in each of which the label has the probability p and the blank the rest. */
const sequences =
  (steps: number) =>
  (p: Tensor1D): Tensor => {
    const inside = clipByValue(p, 0.002, 0.998);
    return tile(expandDims(stack([log1p(neg(inside)), log(inside)], 1), 0), [steps, 1, 1]);
  };

const firstStep = (gradient: Tensor): Tensor => reshape(slice(gradient, [0, 0, 1], [1, -1, 1]), [-1]);

export const sequence: Readonly<Record<string, CurvePlot>> = {
  ctcLoss: {
    variable: 'probability of the one label, at every step',
    from: 0,
    to: 1,
    by: 'its log at step 1',
    values: [0, 5],
    curves: [1, 2, 4].map((steps) => ({
      label: steps === 1 ? '1 step' : `${steps} steps`,
      input: sequences(steps),
      loss: (logProbs) => {
        const count = logProbs.shape[1] ?? 0;
        const inputLengths = Array<number>(count).fill(steps);
        const targetLengths = Array<number>(count).fill(1);
        return ctcLoss(logProbs, fill([count, 1], 1, 'int32'), { inputLengths, targetLengths, reduction: 'none' });
      },
      pick: firstStep,
    })),
  },
};
