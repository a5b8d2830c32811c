/** The files of a package that has ECMAScript modules alone, with types. */
export const onlyEsm = {
  'node_modules/only-esm/package.json': JSON.stringify({
    name: 'only-esm',
    version: '1.0.0',
    type: 'module',
    exports: './index.js',
    types: './index.d.ts',
  }),
  'node_modules/only-esm/index.js': `export const esm = 1; export default function twice(x) { return 2 * x; }`,
  'node_modules/only-esm/index.d.ts': `export declare const esm: number; export default function twice(x: number): number;`,
};
