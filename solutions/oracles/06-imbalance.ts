import type { Oracle } from './format';
import { balancedWeights } from './imbalance/balancedWeights';
import { ece } from './imbalance/ece';
import { focal } from './imbalance/focal';
import { temperature } from './imbalance/temperature';
import { weightedPoly } from './imbalance/weightedPoly';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 06: class-balanced weights, focal, weighted Poly-1, calibration error, temperature. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '06-imbalance',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [balancedWeights, focal, weightedPoly, ece, temperature].map(withSlopesOfMistakes),
};
