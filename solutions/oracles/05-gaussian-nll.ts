import type { Oracle } from './format';
import { bits } from './likelihood/bits';
import { columnNll } from './likelihood/column';
import { nll } from './likelihood/nll';
import { poisson } from './likelihood/poisson';
import { ridge } from './likelihood/ridge';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 05: likelihoods of a number and of a count, and the L2 penalty. Written items are marked by hand. */
export const oracle: Oracle = {
  exercise: '05-gaussian-nll',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [bits, nll, columnNll, ridge, poisson].map(withSlopesOfMistakes),
};
