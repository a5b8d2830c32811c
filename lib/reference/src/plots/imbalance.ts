import type { Tensor } from '@tensorflow/tfjs-core';
import { fill, sum } from '@tensorflow/tfjs-core';
import {
  asymmetricLoss,
  asymmetricLossMultiLabel,
  classBalancedFocalLoss,
  focalLoss,
  focalLossWithLabelSmoothing,
  polyLoss,
  polyNLoss,
  sigmoidFocalLoss,
} from 'lossbook';
import type { CurvePlot } from './plot';
import { logit, rightClass, scoresOfProbability } from './scores';

const reduction = 'none';
const unit = { from: 0, to: 1, values: [0, 5] as const };

/** Of the probability that the softmax gives the right one of two classes. */
const ofClass = (curves: Record<string, (logits: Tensor, classes: Tensor) => Tensor>): CurvePlot => ({
  ...unit,
  variable: 'probability p of the right class',
  by: 'its logit',
  curves: Object.entries(curves).map(([label, loss]) => ({
    label,
    input: scoresOfProbability,
    loss: (logits) => loss(logits, rightClass(logits)),
  })),
});

/** Of the probability of one label. */
const ofLabel = (curves: Record<string, (logits: Tensor) => Tensor>): CurvePlot => ({
  ...unit,
  variable: 'probability p = σ(logit)',
  by: 'the logit',
  curves: Object.entries(curves).map(([label, loss]) => ({ label, input: logit, loss })),
});

const to = (target: number, x: Tensor): Tensor => fill(x.shape, target);

export const imbalance: Readonly<Record<string, CurvePlot>> = {
  asymmetricLoss: ofClass({
    'gammas 0 and 0': (z, y) => sum(asymmetricLoss(z, y, { gammaPos: 0, gammaNeg: 0, reduction }), 1),
    'gammas 2 and 4': (z, y) => sum(asymmetricLoss(z, y, { reduction }), 1),
    'gammas 0 and 4': (z, y) => sum(asymmetricLoss(z, y, { gammaPos: 0, reduction }), 1),
  }),
  asymmetricLossMultiLabel: ofLabel({
    'target 1': (x) => asymmetricLossMultiLabel(x, to(1, x), { reduction }),
    'target 0': (x) => asymmetricLossMultiLabel(x, to(0, x), { reduction }),
    'target 0, clip 0.3': (x) => asymmetricLossMultiLabel(x, to(0, x), { clip: 0.3, reduction }),
  }),
  classBalancedFocalLoss: ofClass({
    'class of 10 examples': (z, y) => classBalancedFocalLoss(z, y, { counts: [10, 1000], reduction }),
    'class of 1000 examples': (z, y) => classBalancedFocalLoss(z, y, { counts: [1000, 10], reduction }),
  }),
  focalLoss: ofClass({
    'gamma 0, cross-entropy': (z, y) => focalLoss(z, y, { gamma: 0, reduction }),
    'gamma 0.5': (z, y) => focalLoss(z, y, { gamma: 0.5, reduction }),
    'gamma 2': (z, y) => focalLoss(z, y, { reduction }),
    'gamma 5': (z, y) => focalLoss(z, y, { gamma: 5, reduction }),
  }),
  focalLossWithLabelSmoothing: ofClass({
    'epsilon 0': (z, y) => focalLossWithLabelSmoothing(z, y, { epsilon: 0, reduction }),
    'epsilon 0.1': (z, y) => focalLossWithLabelSmoothing(z, y, { reduction }),
    'epsilon 0.3': (z, y) => focalLossWithLabelSmoothing(z, y, { epsilon: 0.3, reduction }),
  }),
  polyLoss: ofClass({
    'epsilon −1': (z, y) => polyLoss(z, y, { epsilon: -1, reduction }),
    'epsilon 0, cross-entropy': (z, y) => polyLoss(z, y, { epsilon: 0, reduction }),
    'epsilon 1': (z, y) => polyLoss(z, y, { reduction }),
    'epsilon 3': (z, y) => polyLoss(z, y, { epsilon: 3, reduction }),
  }),
  polyNLoss: ofClass({
    'epsilons []': (z, y) => polyNLoss(z, y, { epsilons: [], reduction }),
    'epsilons [1]': (z, y) => polyNLoss(z, y, { reduction }),
    'epsilons [0, 1]': (z, y) => polyNLoss(z, y, { epsilons: [0, 1], reduction }),
    'epsilons [−1, −0.5]': (z, y) => polyNLoss(z, y, { epsilons: [-1, -0.5], reduction }),
  }),
  sigmoidFocalLoss: ofLabel({
    'target 1': (x) => sigmoidFocalLoss(x, to(1, x), { reduction }),
    'target 0': (x) => sigmoidFocalLoss(x, to(0, x), { reduction }),
    'target 1, alpha −1, gamma 0': (x) => sigmoidFocalLoss(x, to(1, x), { alpha: -1, gamma: 0, reduction }),
  }),
};
