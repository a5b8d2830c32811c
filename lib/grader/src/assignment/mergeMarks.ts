import { isMap, isScalar, parseDocument, type SchemaOptions, type YAMLMap } from 'yaml';

/** What is plain stays as it is written: `0012` does not become 12. */
const asWritten: SchemaOptions = { schema: 'failsafe', customTags: ['null'] };

/** Writes the marks of one file into another, which keeps its comments, its order and all that is not marked anew. */
export function mergeMarks(text: string, marks: string): string {
  const document = parseDocument(text, asWritten);
  const news = parseDocument(marks, asWritten).get('marks');
  if (!isMap(news)) return text;
  const old = document.get('marks');
  if (isMap(old)) merge(old, news);
  else document.set('marks', news);
  return document.toString({ lineWidth: 0 });
}

function merge(old: YAMLMap, news: YAMLMap): void {
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
