import type { Oracle } from './format';
import { centerRows } from './tools/centerRows';
import { centralDifference } from './tools/centralDifference';
import { geometricNll } from './tools/geometricNll';
import { logSquare } from './tools/logSquare';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 00: an axis that is kept, logarithms of what float32 cannot multiply, the chain rule, a finite difference. */
export const oracle: Oracle = {
  exercise: '00-tools',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [centerRows, geometricNll, logSquare, centralDifference].map(withSlopesOfMistakes),
};
