import { cosine } from './embeddings/cosine';
import { infoNce } from './embeddings/infoNce';
import { preference } from './embeddings/preference';
import { ranking } from './embeddings/ranking';
import { triplet } from './embeddings/triplet';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or that do with other arguments. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['marginRankingLoss', 'MarginRankingLoss'],
  ['pairwisePreferenceLoss', 'PairwisePreferenceLoss'],
  ['hingeEmbeddingLoss', 'HingeEmbeddingLoss'],
  ['tripletMarginLoss', 'TripletMarginLoss'],
  ['tripletMarginWithDistanceLoss', 'TripletMarginWithDistanceLoss'],
  ['cosineEmbeddingLoss', 'CosineEmbeddingLoss'],
  ['infoNceLoss', 'InfoNCELoss'],
  ['softMarginLoss', 'SoftMarginLoss'],
  ['hingeLoss', 'HingeLoss'],
  ['svmLoss', 'SVMLoss'],
  ['multiMarginLoss', 'MultiMarginLoss'],
  ['binaryCrossEntropyWithLogits', 'BCEWithLogitsLoss'],
  ['crossEntropy', 'CrossEntropyLoss'],
];

/** Lesson 07: order of scores, distance and direction of vectors. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '07-embeddings',
  forbidden: [...losses.flat().map((name) => `lossbook.${name}`), 'tf.losses', 'tf.metrics'],
  items: [ranking, preference, triplet, cosine, infoNce].map(withSlopesOfMistakes),
};
