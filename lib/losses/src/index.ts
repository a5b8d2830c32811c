export { backends } from './core/backend/backends';
export type { BackendReport } from './core/backend/backends';
export { ready } from './core/backend/ready';
export type { Backend } from './core/backend/ready';
export type { Reduced, Reduction } from './core/reduction';
export type { TensorLike } from './core/tensors';

export { KLDivLoss, klDiv } from './divergence/klDiv';
export type { KLDivLossOptions, KLDivReduction } from './divergence/klDiv';

export { ConditionalNLLLoss, conditionalNllLoss } from './likelihood/conditionalNll';
export type { ConditionalNLLLossOptions } from './likelihood/conditionalNll';
export { GaussianNLLLoss, gaussianNllLoss } from './likelihood/gaussianNll';
export type { GaussianNLLLossOptions } from './likelihood/gaussianNll';
export { PoissonNLLLoss, poissonNllLoss } from './likelihood/poissonNll';
export type { PoissonNLLLossOptions } from './likelihood/poissonNll';

export { accuracy } from './metrics/accuracy';
export { brierScore } from './metrics/brierScore';
export type { Average, Averaged, ClassScoreOptions } from './metrics/classScore';
export { cohensD } from './metrics/cohensD';
export type { CohensD } from './metrics/cohensD';
export { confusionMatrix } from './metrics/confusionMatrix';
export type { ConfusionMatrixOptions } from './metrics/confusionMatrix';
export { crpsGaussian } from './metrics/crpsGaussian';
export { expectedCalibrationError } from './metrics/expectedCalibrationError';
export { f1 } from './metrics/f1';
export { fitTemperature } from './metrics/fitTemperature';
export type { Temperature } from './metrics/fitTemperature';
export { maximumCalibrationError } from './metrics/maximumCalibrationError';
export { pairedTTest } from './metrics/pairedTTest';
export type { PairedTTest, PairedTTestOptions } from './metrics/pairedTTest';
export { precision } from './metrics/precision';
export { recall } from './metrics/recall';
export { reliabilityBins } from './metrics/reliabilityBins';
export type { CalibrationOptions, ReliabilityBin } from './metrics/reliabilityBins';

export { HuberLoss, huberLoss } from './regression/huber';
export type { HuberLossOptions } from './regression/huber';
export { L1Loss, l1Loss } from './regression/l1';
export type { L1LossOptions } from './regression/l1';
export { MBELoss, mbeLoss } from './regression/mbe';
export type { MBELossOptions } from './regression/mbe';
export { MSELoss, mseLoss } from './regression/mse';
export type { MSELossOptions } from './regression/mse';
export { SmoothL1Loss, smoothL1Loss } from './regression/smoothL1';
export type { SmoothL1LossOptions } from './regression/smoothL1';

export { CTCLoss, ctcLoss } from './sequence/ctc';
export type { CTCLossOptions } from './sequence/ctc';
