export { interleave, type Runner } from './interleave';
export { median } from './median';
export { markdownTable } from './markdownTable';
