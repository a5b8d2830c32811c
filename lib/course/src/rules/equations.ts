import { formulas } from './markdown';
import { onlyInOne } from './onlyInOne';
import { counterpartRule } from './rule';

/** Both languages show the same formulas; words inside `\text{…}` may differ, and so may the formulas' order. */
export const equations = counterpartRule('equations', (pt, es) => {
  if (pt.type !== 'markdown') return [];
  return onlyInOne(comparable(pt.source), comparable(es.source)).map(
    ({ text, language }) => `only the ${language} text has the formula ${text}`,
  );
});

function comparable(source: string): string[] {
  return formulas(source).map((text) => text.replace(/\\(text|textbf|textit)\{[^}]*\}/g, '\\$1{}'));
}
