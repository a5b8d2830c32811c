import { bce } from './classification/bce';
import { crossEntropy } from './classification/crossEntropy';
import { logSoftmax } from './classification/logSoftmax';
import { nll } from './classification/nll';
import { smoothing } from './classification/smoothing';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or that do with an option at 0. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['crossEntropy', 'CrossEntropyLoss'],
  ['nllLoss', 'NLLLoss'],
  ['binaryCrossEntropy', 'BCELoss'],
  ['binaryCrossEntropyWithLogits', 'BCEWithLogitsLoss'],
  ['klDiv', 'KLDivLoss'],
  ['softMarginLoss', 'SoftMarginLoss'],
  ['multilabelSoftMarginLoss', 'MultiLabelSoftMarginLoss'],
  ['focalLoss', 'FocalLoss'],
  ['focalLossWithLabelSmoothing', 'FocalLossWithLabelSmoothing'],
  ['sigmoidFocalLoss', 'SigmoidFocalLoss'],
  ['classBalancedFocalLoss', 'ClassBalancedFocalLoss'],
  ['asymmetricLoss', 'AsymmetricLoss'],
  ['asymmetricLossMultiLabel', 'AsymmetricLossMultiLabel'],
  ['polyLoss', 'PolyLoss'],
  ['polyNLoss', 'PolyNLoss'],
  ['infoNceLoss', 'InfoNCELoss'],
];

/** Lesson 02: cross-entropy and NLL, of classes and of yes-or-no questions, from logits. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '02-cross-entropy',
  forbidden: [...losses.flat().map((name) => `lossbook.${name}`), 'lossbook.smoothLabels', 'tf.losses', 'tf.metrics'],
  items: [nll, logSoftmax, crossEntropy, bce, smoothing].map(withSlopesOfMistakes),
};
