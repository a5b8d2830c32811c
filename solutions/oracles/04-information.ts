import type { Oracle } from './format';
import { counts } from './information/counts';
import { distillation } from './information/distillation';
import { entropy } from './information/entropy';
import { gaussianKl } from './information/gaussianKl';
import { kl } from './information/kl';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or that do with other arguments. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['klDiv', 'KLDivLoss'],
  ['crossEntropy', 'CrossEntropyLoss'],
  ['nllLoss', 'NLLLoss'],
  ['binaryCrossEntropy', 'BCELoss'],
  ['binaryCrossEntropyWithLogits', 'BCEWithLogitsLoss'],
  ['focalLoss', 'FocalLoss'],
  ['focalLossWithLabelSmoothing', 'FocalLossWithLabelSmoothing'],
  ['polyLoss', 'PolyLoss'],
  ['polyNLoss', 'PolyNLoss'],
  ['gaussianNllLoss', 'GaussianNLLLoss'],
];

/** Lesson 04: entropy, KL of tables and of Gaussians, maximum likelihood of counts. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '04-information',
  forbidden: [...losses.flat().map((name) => `lossbook.${name}`), 'tf.losses', 'tf.metrics'],
  items: [entropy, kl, gaussianKl, counts, distillation].map(withSlopesOfMistakes),
};
