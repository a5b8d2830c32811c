export { backends } from './core/backend/backends';
export type { BackendReport } from './core/backend/backends';
export { ready } from './core/backend/ready';
export type { Backend } from './core/backend/ready';
export type { Reduced, Reduction } from './core/reduction';
export type { TensorLike } from './core/tensors';

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
