import { staleProse } from '../sync/prose';
import type { Rule } from './rule';

/** No prose is older than its counterpart. */
export const translations: Rule = {
  name: 'translations',
  find: (pair) => (pair.lesson.folder === 'exercises' ? [] : staleProse(pair, 'translations')),
};
