import ts from 'typescript';
import { withoutCells } from './cell-names';
import type { Information } from './converted';

/** A name's type and its docstring, and the code that declares it if given, for reading as it is and as Markdown. */
export function describe(info: ts.QuickInfo, sources: readonly (string | undefined)[] = []): Information {
  const signature = withoutAlias(withoutCells(ts.displayPartsToString(info.displayParts)));
  const documentation = ts.displayPartsToString(info.documentation).trim();
  const tags = info.tags ?? [];
  const code = [...new Set(sources)].filter((source) => source !== undefined).join('\n\n');
  const markdown = [fenced(signature), documentation, ...tagsAsMarkdown(tags), code && `**Source**\n\n${fenced(code)}`];
  const text = [signature, documentation, ...tagsAsText(tags), code && `Source:\n${code}`];
  return { markdown: joined(markdown), text: joined(text) };
}

/** A name of an earlier cell is imported, of which the reader knows nothing; of a function TypeScript then leaves out the word. */
function withoutAlias(signature: string): string {
  return signature
    .replace(/^\(alias\) (?=[\w$]+[(<])/, 'function ')
    .replace(/^\(alias\) /, '')
    .replace(/\nimport [\w$]+$/, '');
}

function tagsAsMarkdown(tags: readonly ts.JSDocTagInfo[]): string[] {
  return sections(tags).map(({ name, entries }) => {
    if (name === 'example') return entries.map((text) => `**Example**\n\n${asCode(text)}`).join('\n\n');
    if (name === 'param') return `**Parameters**\n\n${entries.map((text) => `- ${namedEntry(text)}`).join('\n')}`;
    if (name === 'throws') return `**Throws**\n\n${entries.map((text) => `- ${text}`).join('\n')}`;
    if (name === 'returns') return `**Returns** ${entries.join(' ')}`;
    return entries.map((text) => `*@${name}*${text === '' ? '' : ` ${text}`}`).join('\n\n');
  });
}

function tagsAsText(tags: readonly ts.JSDocTagInfo[]): string[] {
  return sections(tags).map(({ name, entries }) =>
    entries.map((text) => (text.includes('\n') ? `@${name}\n${text}` : `@${name} ${text}`)).join('\n'),
  );
}

interface Section {
  readonly name: string;
  readonly entries: string[];
}

/** Tags of the same name together, in the order in which they first occur. */
function sections(tags: readonly ts.JSDocTagInfo[]): Section[] {
  const found = new Map<string, Section>();
  for (const tag of tags) {
    const name = tag.name === 'return' ? 'returns' : tag.name === 'exception' ? 'throws' : tag.name;
    const section = found.get(name) ?? { name, entries: [] };
    section.entries.push(ts.displayPartsToString(tag.text).trim());
    found.set(name, section);
  }
  return [...found.values()];
}

/** `name - what it is`, as TypeScript gives a parameter's tag, with the name as code. */
function namedEntry(text: string): string {
  return text.replace(/^([\w$.[\]]+)\s*(?:[-–—]\s*)?/, '`$1`: ').replace(/: $/, '');
}

/** An example may be fenced already. */
function asCode(text: string): string {
  return text.includes('```') ? text : fenced(text);
}

function fenced(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
