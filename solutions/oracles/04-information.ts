import type { Oracle } from './format';
import { counts } from './information/counts';
import { distillation } from './information/distillation';
import { entropy } from './information/entropy';
import { gaussianKl } from './information/gaussianKl';
import { kl } from './information/kl';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 04: entropy, KL of tables and of Gaussians, maximum likelihood of counts. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '04-information',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [entropy, kl, gaussianKl, counts, distillation].map(withSlopesOfMistakes),
};
