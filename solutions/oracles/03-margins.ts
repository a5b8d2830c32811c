import type { Oracle } from './format';
import { conventions } from './margins/conventions';
import { hinge } from './margins/hinge';
import { oneVsRest } from './margins/oneVsRest';
import { softMargin } from './margins/softMargin';
import { westonWatkins } from './margins/westonWatkins';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or that do with other arguments. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['svmLoss', 'SVMLoss'],
  ['hingeLoss', 'HingeLoss'],
  ['softMarginLoss', 'SoftMarginLoss'],
  ['multiMarginLoss', 'MultiMarginLoss'],
  ['westonWatkinsLoss', 'WestonWatkinsLoss'],
  ['crammerSingerLoss', 'CrammerSingerLoss'],
  ['multilabelMarginLoss', 'MultiLabelMarginLoss'],
  ['multilabelSoftMarginLoss', 'MultiLabelSoftMarginLoss'],
  ['marginRankingLoss', 'MarginRankingLoss'],
  ['hingeEmbeddingLoss', 'HingeEmbeddingLoss'],
  ['binaryCrossEntropyWithLogits', 'BCEWithLogitsLoss'],
  ['crossEntropy', 'CrossEntropyLoss'],
];

/** Lesson 03: hinge losses of two classes and of many, and the logistic soft margin. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '03-margins',
  forbidden: [...losses.flat().map((name) => `lossbook.${name}`), 'tf.losses', 'tf.metrics'],
  items: [conventions, hinge, softMargin, westonWatkins, oneVsRest].map(withSlopesOfMistakes),
};
