import type { Oracle } from './format';
import { conventions } from './margins/conventions';
import { hinge } from './margins/hinge';
import { oneVsRest } from './margins/oneVsRest';
import { softMargin } from './margins/softMargin';
import { westonWatkins } from './margins/westonWatkins';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 03: hinge losses of two classes and of many, and the logistic soft margin. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '03-margins',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [conventions, hinge, softMargin, westonWatkins, oneVsRest].map(withSlopesOfMistakes),
};
