import { fill, stack, zerosLike } from '@tensorflow/tfjs-core';
import { conditionalNllLoss, gaussianNllLoss, poissonNllLoss } from 'lossbook';
import type { Plot } from './plot';

const reduction = 'none';

export const likelihood: Readonly<Record<string, Plot>> = {
  conditionalNllLoss: {
    x: { label: 'mean m, the target being 0', range: [-3, 3] },
    y: { label: 'log-variance s', range: [-2, 3] },
    levels: [-0.5, 0, 0.5, 1, 2, 5],
    loss: (m, s) => conditionalNllLoss(stack([m, s], 1), zerosLike(m), { reduction }),
  },
  gaussianNllLoss: {
    x: { label: 'mean = input, the target being 0', range: [-3, 3] },
    y: { label: 'variance', range: [0.2, 5.2] },
    levels: [-0.5, 0, 0.5, 1, 2, 5],
    loss: (mean, variance) => gaussianNllLoss(mean, zerosLike(mean), variance, { reduction }),
  },
  poissonNllLoss: {
    variable: 'logarithm of the rate = input',
    from: -2,
    to: 3,
    by: 'input',
    curves: [0, 1, 5].map((target) => ({
      label: `target ${target}`,
      loss: (x) => poissonNllLoss(x, fill(x.shape, target), { reduction }),
    })),
  },
};
