import { answerWith } from './notebook';
import type { Row } from './corpus';

/**
 * Shares rows out to as few notebooks as hold them: items are graded apart, so a notebook takes one row of each. A row whose answer
 * calls functions of another item's answer lies beside that item's own answer.
 * @param answers the master's, by item
 */
export function packed<One extends Row>(rows: readonly One[], answers: ReadonlyMap<string, string>): One[][] {
  const notebooks: One[][] = [];
  for (const row of rows) {
    const fits = notebooks.find((others) => others.every((other) => goTogether(row, other, answers)));
    if (fits === undefined) notebooks.push([row]);
    else fits.push(row);
  }
  return notebooks;
}

function goTogether(a: Row, b: Row, answers: ReadonlyMap<string, string>): boolean {
  return a.item !== b.item && a.notebook === b.notebook && !needs(a, b.item, answers) && !needs(b, a.item, answers);
}

/** Whether a row's answer calls a function of an item. */
function needs(row: Row, item: string, answers: ReadonlyMap<string, string>): boolean {
  const own = [row.before ?? '', answerWith(answers.get(row.item) ?? '', row), row.after ?? ''].join('\n');
  const names = [...(answers.get(item) ?? '').matchAll(/^function (\w+)/gm)].map(([, name = '']) => name);
  return names.some((name) => new RegExp(`\\b${name}\\(`).test(own));
}
