/** An SVG element; text in `children` is escaped already. */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  children?: readonly string[],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const open = `<${name}${written.join('')}`;
  if (!children) return `${open}/>`;
  return children.some((child) => child.startsWith('<'))
    ? `${open}>\n${children.join('\n')}\n</${name}>`
    : `${open}>${children.join('')}</${name}>`;
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Words at a place. */
export function words(x: number, y: number, text: string, attributes: Record<string, string | number> = {}): string {
  return element('text', { x, y, ...attributes }, [escaped(text)]);
}
