import type { Tensor } from '@tensorflow/tfjs-core';
import { zerosLike } from '@tensorflow/tfjs-core';
import { huberLoss, l1Loss, logCoshLoss, mbeLoss, mseLoss, quantileLoss, smoothL1Loss } from 'lossbook';
import type { CurvePlot } from './plot';

type ErrorLoss = (input: Tensor, target: Tensor) => Tensor;

const ofError = (curves: Record<string, ErrorLoss>): CurvePlot => ({
  variable: 'error d = input − target',
  from: -3,
  to: 3,
  by: 'input',
  curves: Object.entries(curves).map(([label, loss]) => ({ label, loss: (d) => loss(d, zerosLike(d)) })),
});

const reduction = 'none';

export const regression: Readonly<Record<string, CurvePlot>> = {
  huberLoss: ofError({
    'delta 0.5': (input, target) => huberLoss(input, target, { delta: 0.5, reduction }),
    'delta 1': (input, target) => huberLoss(input, target, { reduction }),
    'delta 2': (input, target) => huberLoss(input, target, { delta: 2, reduction }),
  }),
  l1Loss: ofError({ l1Loss: (input, target) => l1Loss(input, target, { reduction }) }),
  logCoshLoss: ofError({
    logCoshLoss: (input, target) => logCoshLoss(input, target, { reduction }),
    'huberLoss beside it': (input, target) => huberLoss(input, target, { reduction }),
  }),
  mbeLoss: ofError({ mbeLoss: (input, target) => mbeLoss(input, target, { reduction }) }),
  mseLoss: ofError({ mseLoss: (input, target) => mseLoss(input, target, { reduction }) }),
  quantileLoss: ofError({
    'quantile 0.1': (input, target) => quantileLoss(input, target, { quantile: 0.1, reduction }),
    'quantile 0.5': (input, target) => quantileLoss(input, target, { reduction }),
    'quantile 0.9': (input, target) => quantileLoss(input, target, { quantile: 0.9, reduction }),
  }),
  smoothL1Loss: ofError({
    'beta 0.5': (input, target) => smoothL1Loss(input, target, { beta: 0.5, reduction }),
    'beta 1': (input, target) => smoothL1Loss(input, target, { reduction }),
    'beta 2': (input, target) => smoothL1Loss(input, target, { beta: 2, reduction }),
  }),
};
