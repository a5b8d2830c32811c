import type { Oracle } from './format';
import { balancedWeights } from './imbalance/balancedWeights';
import { ece } from './imbalance/ece';
import { focal } from './imbalance/focal';
import { temperature } from './imbalance/temperature';
import { weightedPoly } from './imbalance/weightedPoly';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or that do with other arguments. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['focalLoss', 'FocalLoss'],
  ['focalLossWithLabelSmoothing', 'FocalLossWithLabelSmoothing'],
  ['classBalancedFocalLoss', 'ClassBalancedFocalLoss'],
  ['sigmoidFocalLoss', 'SigmoidFocalLoss'],
  ['asymmetricLoss', 'AsymmetricLoss'],
  ['asymmetricLossMultiLabel', 'AsymmetricLossMultiLabel'],
  ['polyLoss', 'PolyLoss'],
  ['polyNLoss', 'PolyNLoss'],
  ['crossEntropy', 'CrossEntropyLoss'],
  ['nllLoss', 'NLLLoss'],
  ['klDiv', 'KLDivLoss'],
  ['infoNceLoss', 'InfoNCELoss'],
];

const others = [
  'classBalancedWeights',
  'expectedCalibrationError',
  'maximumCalibrationError',
  'reliabilityBins',
  'fitTemperature',
];

/** Lesson 06: class-balanced weights, focal, weighted Poly-1, calibration error, temperature. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '06-imbalance',
  forbidden: [...[...losses.flat(), ...others].map((name) => `lossbook.${name}`), 'tf.losses', 'tf.metrics'],
  items: [balancedWeights, focal, weightedPoly, ece, temperature].map(withSlopesOfMistakes),
};
