import type { Tensor } from '@tensorflow/tfjs-core';
import { stack, tensor2d, tile } from '@tensorflow/tfjs-core';
import { diceLoss, tverskyLoss } from 'lossbook';
import type { FieldPlot } from './plot';

/** Regions of which half is true: its elements all have one probability, the others another. */
const regions = (loss: (input: Tensor, target: Tensor) => Tensor): FieldPlot => ({
  x: { label: 'probability inside the true region', range: [0, 1] },
  y: { label: 'probability outside', range: [0, 1] },
  levels: [0.1, 0.25, 0.4, 0.55, 0.7, 0.85],
  loss: (inside, outside) => loss(stack([inside, outside], 1), tile(tensor2d([[1, 0]]), [inside.size, 1])),
});

export const overlap: Readonly<Record<string, FieldPlot>> = {
  diceLoss: regions((input, target) => diceLoss(input, target, { reduction: 'none' })),
  tverskyLoss: regions((input, target) => tverskyLoss(input, target, { alpha: 0.1, beta: 0.9, reduction: 'none' })),
};
