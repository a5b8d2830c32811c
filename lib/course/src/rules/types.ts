import { sides, type Side } from '../course/pair';
import { typeFaults } from '../code/typeFaults';
import type { Rule } from './rule';

/** The code passes TypeScript's strict checks. The Portuguese notebook stands for both, whose code is the same. */
export function types(root: string): Rule {
  const name = 'types';
  return {
    name,
    find: (pair) => {
      const [pt] = sides(pair) as [Side, Side];
      return typeFaults(root, pt.file, pt.notebook.cells).map((fault) => ({ ...fault, file: pt.file, rule: name }));
    },
  };
}
