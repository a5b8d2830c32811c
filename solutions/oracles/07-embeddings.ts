import { cosine } from './embeddings/cosine';
import { infoNce } from './embeddings/infoNce';
import { preference } from './embeddings/preference';
import { ranking } from './embeddings/ranking';
import { triplet } from './embeddings/triplet';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 07: order of scores, distance and direction of vectors. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '07-embeddings',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [ranking, preference, triplet, cosine, infoNce].map(withSlopesOfMistakes),
};
