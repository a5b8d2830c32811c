export * from './cell/evaluate';
export * from './compiler/converted';
export { openConverter } from './compiler/converter';
export { kernelSpec, type KernelSpec } from './kernel-spec';
