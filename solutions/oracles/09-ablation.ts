import { foldT } from './ablation/foldT';
import { holm } from './ablation/holm';
import { macroF1 } from './ablation/macroF1';
import { paired } from './ablation/paired';
import { reported } from './ablation/reported';
import type { Oracle } from './format';

/** Lesson 09: comparing losses. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '09-ablation',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [macroF1, paired, reported, foldT, holm],
};
