import type { Oracle } from './format';
import { blockedMean } from './numeric/blockedMean';
import { expectile } from './numeric/expectile';
import { logMeanExp } from './numeric/logMeanExp';
import { relativeLog } from './numeric/relativeLog';
import { softplusMean } from './numeric/softplusMean';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 10: formulas that float32 can compute, sums of sums, and a loss whose gradient shares its work. One item is written. */
export const oracle: Oracle = {
  exercise: '10-numbers',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics', 'tf.logSumExp', 'tf.softplus', 'tf.logSigmoid'],
  items: [logMeanExp, softplusMean, relativeLog, blockedMean, expectile].map(withSlopesOfMistakes),
};
