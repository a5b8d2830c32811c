import { bce } from './classification/bce';
import { crossEntropy } from './classification/crossEntropy';
import { logSoftmax } from './classification/logSoftmax';
import { nll } from './classification/nll';
import { smoothing } from './classification/smoothing';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 02: cross-entropy and NLL, of classes and of yes-or-no questions, from logits. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '02-cross-entropy',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics', 'tf.logSoftmax', 'tf.logSumExp'],
  items: [nll, logSoftmax, crossEntropy, bce, smoothing].map(withSlopesOfMistakes),
};
