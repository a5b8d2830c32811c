import type { Oracle } from './format';
import { fpp } from './regression/fpp';
import { l1 } from './regression/l1';
import { mbe } from './regression/mbe';
import { mse } from './regression/mse';
import { smoothL1 } from './regression/smoothL1';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 01: the activity of the course's source, and the losses of regression with their gradients by hand. */
export const oracle: Oracle = {
  exercise: '01-regression',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [fpp, mse, l1, mbe, smoothL1].map(withSlopesOfMistakes),
};
