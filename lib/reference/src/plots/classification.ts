import { fill, log, log1p, neg, stack, sum, tensor2d, tile } from '@tensorflow/tfjs-core';
import { binaryCrossEntropy, binaryCrossEntropyWithLogits, crossEntropy, klDiv, nllLoss } from 'lossbook';
import type { CurvePlot } from './plot';
import { rightClass, scores } from './scores';

const reduction = 'none';

/** Also the divergence, which is of two distributions over classes. */
export const classification: Readonly<Record<string, CurvePlot>> = {
  binaryCrossEntropy: {
    variable: 'probability p = input',
    from: 0,
    to: 1,
    by: 'input',
    values: [0, 5],
    gradients: [-10, 10],
    curves: [1, 0.5, 0].map((target) => ({
      label: `target ${target}`,
      loss: (p) => binaryCrossEntropy(p, fill(p.shape, target), { reduction }),
    })),
  },
  binaryCrossEntropyWithLogits: {
    variable: 'logit = input',
    from: -6,
    to: 6,
    by: 'input',
    curves: [
      { target: 1, posWeight: 1 },
      { target: 0, posWeight: 1 },
      { target: 1, posWeight: 2 },
    ].map(({ target, posWeight }) => ({
      label: posWeight === 1 ? `target ${target}` : `target ${target}, posWeight ${posWeight}`,
      loss: (x) => binaryCrossEntropyWithLogits(x, fill(x.shape, target), { posWeight, reduction }),
    })),
  },
  crossEntropy: {
    variable: 'right score; the other is 0',
    from: -6,
    to: 6,
    by: 'the right score',
    curves: [0, 0.1, 0.3].map((labelSmoothing) => ({
      label: `labelSmoothing ${labelSmoothing}`,
      input: scores(0),
      loss: (rows) => crossEntropy(rows, rightClass(rows), { labelSmoothing, reduction }),
    })),
  },
  klDiv: {
    variable: 'q of the first of two classes',
    from: 0,
    to: 1,
    by: 'q',
    values: [0, 2],
    gradients: [-5, 5],
    curves: [0.2, 0.5, 0.9].map((p) => ({
      label: `p ${p}`,
      loss: (q) => {
        const rows = stack([log(q), log1p(neg(q))], 1);
        return sum(klDiv(rows, tile(tensor2d([[p, 1 - p]]), [q.size, 1]), { reduction }), 1);
      },
    })),
  },
  nllLoss: {
    variable: 'log-probability of the right class',
    from: -5,
    to: 0,
    by: 'that log-probability',
    curves: [{ label: 'nllLoss', input: scores(-1), loss: (rows) => nllLoss(rows, rightClass(rows), { reduction }) }],
  },
};
