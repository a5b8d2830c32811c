import type { Launch } from '../launch';

/** The cells of the measurements in a kernel's language. */
export interface Cells {
  /** An import of the course's losses; Python has none. */
  readonly importLossbook?: string;
  readonly complete: string;
  readonly inspect: string;
  declare(i: number): string;
}

const typescript: Cells = {
  importLossbook: `import * as lossbook from 'lossbook';`,
  complete: 'Math.sq',
  inspect: 'Math.sqrt',
  declare: (i) =>
    `interface Row${i} { id: number }\nconst row${i}: Row${i} = { id: ${i} };\nfunction next${i}(row: Row${i}): number { return row.id + 1; }`,
};

const python: Cells = {
  complete: 'zi',
  inspect: 'zip',
  declare: (i) => `row${i} = {'id': ${i}}\ndef next${i}(row): return row['id'] + 1`,
};

/** Deno finds the package, which is built for Node, only with npm's folder and its own flags. */
export function cellsFor({ name, language }: Launch): Cells {
  if (language === 'python') return python;
  const { importLossbook, ...others } = typescript;
  return name === 'deno' || importLossbook === undefined ? others : { importLossbook, ...others };
}
