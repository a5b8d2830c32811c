import { isMap, isScalar, parseDocument, type Pair, type SchemaOptions, type YAMLMap } from 'yaml';

/** What is plain stays as it is written: `0012` does not become 12. */
const asWritten: SchemaOptions = { schema: 'failsafe', customTags: ['null'] };

/**
 * Writes the marks of one file into another, which keeps its comments, its order and all that is not marked anew; and what the
 * file with marks says of answers that were left empty.
 */
export function mergeMarks(text: string, marks: string): string {
  const document = parseDocument(text, asWritten);
  const given = parseDocument(marks, asWritten);
  const [news, unanswered] = [given.get('marks'), given.get('unanswered', true)];
  if (!isMap(news) && unanswered === undefined) return text;
  if (unanswered !== undefined) document.set('unanswered', unanswered);
  if (!isMap(news)) return document.toString({ lineWidth: 0 });
  const old = document.get('marks');
  if (isMap(old)) merge(old, news);
  else document.set('marks', news);
  return document.toString({ lineWidth: 0 });
}

/** A mark is given as a whole or by criteria: the newer way replaces the older. */
const ways = ['points', 'criteria'];

function merge(old: YAMLMap, news: YAMLMap): void {
  const isWay = ({ key, value }: Pair): boolean => ways.includes(nameOf(key)) && !isMap(value);
  if (news.items.some(isWay)) old.items = old.items.filter((pair) => !isWay(pair));
  for (const pair of news.items) {
    const existing = old.items.find(({ key }) => nameOf(key) === nameOf(pair.key));
    if (existing === undefined) old.items.push(pair);
    else if (isMap(existing.value) && isMap(pair.value)) merge(existing.value, pair.value);
    else existing.value = pair.value;
  }
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
