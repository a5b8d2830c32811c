import type { Entry } from '../docstring/entries';
import type { Drawing } from '../plots/draw';

/** What the page says of one function, in Markdown. */
export function section(
  { name, className, file, call, docstring }: Entry,
  drawing: Drawing | undefined,
  parity: string | undefined,
): string {
  const { description, parameters, returns, throws, examples, sameAs, differs, references } = docstring;
  const alsoClass = className ? ` Its class is \`${className}\`.` : '';
  return [
    `### ${name}`,
    `\`${call}\` in [${file}](../lib/losses/src/${file}).${alsoClass}`,
    description,
    ...(drawing ? [`![${drawing.description}](losses/${name}.svg)`] : []),
    ...(parity ? [parity] : []),
    ...(sameAs ? [sameAs] : []),
    ...(differs ? [`**Differs**: ${differs}`] : []),
    '<details><summary>Parameters and examples</summary>',
    [
      ...parameters.map((parameter) => `- \`${parameter.name}\`: ${parameter.text}`),
      `- returns ${returns}`,
      ...(throws ? [`- throws ${throws}`] : []),
    ].join('\n'),
    ['```ts', ...examples, '```'].join('\n'),
    '</details>',
    ...references,
  ].join('\n\n');
}
