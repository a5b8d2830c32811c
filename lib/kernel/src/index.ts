export * from './cell/converter';
export * from './cell/evaluate';
export { kernelSpec, type KernelSpec } from './kernel-spec';
