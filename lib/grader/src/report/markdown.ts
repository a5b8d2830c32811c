import { formulaHtml } from './formula';
import { escape } from './htmlText';

/** What is longer is shown as it was written: nobody reads it, and it would cost time. */
const longest = 20_000;

/** Of headings, from the page's title, 1, down. */
type HeadingLevel = 3 | 4;

/** So deep do bold and italics stand in each other; deeper it is somebody's joke. */
const deepest = 3;

/** A line that begins an item of a list, with what stands in it. */
const bullet = /^\s{0,8}[-*+]\s+(.*)$/;
const numbered = /^\s{0,8}(\d{1,9})[.)]\s+(.*)$/;
const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;

/**
 * Code, formulas, bold, italics, and what a backslash keeps as it is: the innermost first. A formula's dollars stand close to it,
 * as in Jupyter and pandoc, so that prices are none.
 */
const marks =
  /\\([\\`*_$#{}[\]()+\-.!])|(`+)([^`]|[^`][^]*?[^`])\2(?!`)|\$\$([^$]+?)\$\$|\$(?!\s)([^$\n]+?)(?<!\s)\$(?!\d)|\*\*(?!\s)([^]+?)(?<!\s)\*\*(?!\*)|(?<!\w)__(?!\s)([^]+?)(?<!\s)__(?!\w)|\*(?!\s)([^*\n]+?)(?<!\s)\*|(?<!\w)_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)/g;

/**
 * Markdown that somebody wrote, as HTML that can do nothing: paragraphs, headings, lists, code, bold, italics and formulas. All
 * the rest, HTML, links and pictures too, is shown as the text that it is.
 *
 * Own code, because what is needed is small and what must not happen is the point: every character of the text passes through
 * `escape` or becomes a formula. A library's renderer would need a second one that cleans up, and knows no formulas.
 * @param level of all its headings: they stand below the page's own, and none is passed over
 */
export function markdownHtml(text: string, level: HeadingLevel = 4): string {
  if (text.length > longest) return `<pre>${escape(text)}</pre>`;
  return blocksOf(text.replace(/\r\n?/g, '\n').split('\n'), level).join('\n');
}

/** The title of a question: its first heading, without what stands in parentheses at its end; the id of one that has none. */
export function questionTitle(question: string, id: string): string {
  const title = heading.exec(question.trimStart().split(/\r?\n/, 1)[0] ?? '')?.[1] ?? '';
  return inline(title.replace(/\s*\([^()]*\)$/, '')) || escape(id);
}

function blocksOf(lines: readonly string[], level: HeadingLevel): string[] {
  const blocks: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const { html, next } = blockAt(lines, at, level);
    if (html !== '') blocks.push(html);
    at = next;
  }
  return blocks;
}

function blockAt(
  lines: readonly string[],
  at: number,
  level: HeadingLevel,
): { readonly html: string; readonly next: number } {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { html: '', next: at + 1 };
  const opened = fence.exec(line)?.[1];
  if (opened !== undefined) {
    const end = endOf(lines, at + 1, (one) => !one.trim().startsWith(opened));
    return { html: `<pre>${escape(lines.slice(at + 1, end).join('\n'))}</pre>`, next: end + 1 };
  }
  const title = heading.exec(line)?.[1];
  if (title !== undefined) return { html: `<h${level}>${inline(title)}</h${level}>`, next: at + 1 };
  for (const [pattern, tag] of [
    [bullet, 'ul'],
    [numbered, 'ol'],
  ] as const) {
    if (!pattern.test(line)) continue;
    const end = endOf(lines, at, (one) => pattern.test(one));
    const items = lines.slice(at, end).map((one) => `<li>${inline(pattern.exec(one)?.at(-1) ?? '')}</li>`);
    const start = tag === 'ol' ? ` start="${Number(numbered.exec(line)?.[1])}"` : '';
    return { html: `<${tag}${start}>${items.join('')}</${tag}>`, next: end };
  }
  const end = endOf(
    lines,
    at + 1,
    (one) => one.trim() !== '' && ![fence, heading, bullet, numbered].some((p) => p.test(one)),
  );
  return { html: `<p>${inline(lines.slice(at, end).join('\n'))}</p>`, next: end };
}

/** The first line from a place on that does not go on. */
function endOf(lines: readonly string[], from: number, goesOn: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && goesOn(lines[at] ?? '')) at++;
  return at;
}

function inline(text: string, depth = 0): string {
  if (depth > deepest) return escape(text);
  let html = '';
  let from = 0;
  for (const found of text.matchAll(marks)) {
    html += escape(text.slice(from, found.index)) + markHtml(found, depth);
    from = found.index + found[0].length;
  }
  return html + escape(text.slice(from));
}

function markHtml(found: RegExpMatchArray, depth: number): string {
  const [whole, kept, , code, displayed, formula, bold, alsoBold, italic, alsoItalic] = found;
  if (kept !== undefined) return escape(kept);
  if (code !== undefined) return `<code>${escape(code)}</code>`;
  const latex = displayed ?? formula;
  if (latex !== undefined) return formulaHtml(latex, displayed !== undefined) || escape(whole);
  const strong = bold ?? alsoBold;
  if (strong !== undefined) return `<strong>${inline(strong, depth + 1)}</strong>`;
  return `<em>${inline(italic ?? alsoItalic ?? '', depth + 1)}</em>`;
}
