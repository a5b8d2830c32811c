export * from './cell/evaluate';
export * from './compiler/converted';
export { openConverter } from './compiler/converter';
export { declarationsOf, isDeclared } from './compiler/failed-cell';
export { kernelSpec, type KernelSpec } from './kernel-spec';
