/** What the comment of an exported function says, by the form that `docs/CONTRIBUTING.md` asks for. */
export interface Docstring {
  /** The first paragraph. */
  summary: string;
  /** All up to the parameters, as Markdown; formulas are indented. */
  description: string;
  parameters: { name: string; text: string }[];
  returns: string;
  throws: string;
  /** Each line is `code // result`. */
  examples: string[];
  /** The paragraph `Same as …`, and what follows `Differs:` in it; empty for what no library has. */
  sameAs: string;
  differs: string;
  /** Papers and books, each with its address. */
  references: string[];
}

/** Reads a JSDoc comment, its delimiters included. */
export function parseDocstring(comment: string): Docstring {
  const lines = comment
    .replace(/^\/\*\*|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const tags = lines.map((line, i) => (/^@\w/.test(line) ? i : -1)).filter((i) => i >= 0);
  const sections = tags.map((start, i) => lines.slice(start, tags[i + 1]));
  const description = lines.slice(0, tags[0]).join('\n').trim();
  const [examples, after] = splitAtBlank(sections.find(([head]) => head === '@example')?.slice(1) ?? []);
  const paragraphs = after
    .join('\n')
    .split(/\n{2,}/)
    .map(joined)
    .filter(Boolean);
  const comparison = paragraphs.find((text) => text.startsWith('Same as ')) ?? '';
  const [sameAs = '', differs = ''] = comparison.split(/ ?Differs: /);
  return {
    summary: joined(description.split('\n\n')[0] ?? ''),
    description,
    parameters: sections.filter(([head]) => head?.startsWith('@param')).map(parameter),
    returns: tagText(sections, '@returns'),
    throws: tagText(sections, '@throws'),
    examples,
    sameAs,
    differs,
    references: paragraphs.filter((text) => text !== comparison).flatMap(eachReference),
  };
}

function parameter(lines: readonly string[]): { name: string; text: string } {
  const [, name = '', text = ''] = /^@param (\S+)\s+(.*)$/.exec(joined(lines.join('\n'))) ?? [];
  return { name, text };
}

function tagText(sections: readonly (readonly string[])[], tag: string): string {
  const found = sections.find(([head]) => head?.startsWith(`${tag} `));
  return found ? joined(found.join('\n').slice(tag.length)) : '';
}

function splitAtBlank(lines: readonly string[]): [before: string[], after: string[]] {
  const blank = lines.indexOf('');
  return blank < 0 ? [[...lines], []] : [lines.slice(0, blank), lines.slice(blank)];
}

/** A paragraph of references is one text; an address ends each. */
function eachReference(paragraph: string): string[] {
  return paragraph.split(/(?<=https:\/\/\S+) (?=\p{Letter})/u).filter((text) => text.includes('https://'));
}

const joined = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');
