import { bold, green } from './colours';
import type { Place } from './sources';

/** Lines shown before and after the one in question. */
const AROUND = 2;

/** The lines around a place, an arrow at its line and a caret below its column. */
export function listing(lines: readonly string[], { line, column }: Place): string[] {
  const first = Math.max(1, line - AROUND);
  const last = Math.min(lines.length, line + AROUND);
  const width = String(last).length;
  return lines.slice(first - 1, last).flatMap((text, index) => {
    const number = String(first + index).padStart(width);
    if (first + index !== line) return [`      ${number} ${text}`];
    const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
    return [`${green('----> ')}${green(number)} ${bold(text)}`, `      ${' '.repeat(width)} ${indent}${green('^')}`];
  });
}
