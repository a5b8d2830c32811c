import type { Oracle } from './format';
import { bits } from './likelihood/bits';
import { columnNll } from './likelihood/column';
import { nll } from './likelihood/nll';
import { poisson } from './likelihood/poisson';
import { ridge } from './likelihood/ridge';
import { withSlopesOfMistakes } from './slopes';

/** Losses and penalties of the library that would answer an item. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['conditionalNllLoss', 'ConditionalNLLLoss'],
  ['gaussianNllLoss', 'GaussianNLLLoss'],
  ['poissonNllLoss', 'PoissonNLLLoss'],
  ['mseLoss', 'MSELoss'],
];

/** Lesson 05: likelihoods of a number and of a count, and the L2 penalty. Written items are marked by hand. */
export const oracle: Oracle = {
  exercise: '05-gaussian-nll',
  forbidden: [
    ...losses.flat().map((name) => `lossbook.${name}`),
    'lossbook.regularised',
    'lossbook.l2Penalty',
    'lossbook.l1Penalty',
    'tf.losses',
    'tf.metrics',
  ],
  items: [bits, nll, columnNll, ridge, poisson].map(withSlopesOfMistakes),
};
