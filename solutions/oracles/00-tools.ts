import type { Oracle } from './format';
import { centerRows } from './tools/centerRows';
import { centralDifference } from './tools/centralDifference';
import { geometricNll } from './tools/geometricNll';
import { logSquare } from './tools/logSquare';

/** Lesson 00: an axis that is kept, the chain rule, a finite difference, and logarithms of what float32 cannot multiply. */
export const oracle: Oracle = {
  exercise: '00-tools',
  forbidden: ['tf.losses', 'tf.metrics'],
  items: [centerRows, logSquare, centralDifference, geometricNll],
};
