import { tokens } from './markdown';
import { onlyInOne } from './onlyInOne';
import { counterpartRule } from './rule';

/** Both languages link to the same places; in a path inside the course the language may differ, and so may a heading's anchor. */
export const links = counterpartRule('links', (pt, es) => {
  if (pt.type !== 'markdown') return [];
  return onlyInOne(targets(pt.source), targets(es.source)).map(
    ({ text, language }) => `only the ${language} text links to ${text}`,
  );
});

function targets(source: string): string[] {
  return tokens(source).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? [comparable(String(token.href))] : [],
  );
}

function comparable(target: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return target;
  return target.replace(/#.*$/, '#').replace(/(^|[/.-])(?:pt|es)(?=[/.]|$)/g, '$1‹language›');
}
