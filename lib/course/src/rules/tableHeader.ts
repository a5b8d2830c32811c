import type { Tokens } from 'marked';
import { bundle } from '../notebook/output';
import { joined } from '../notebook/parse';
import { tokens } from './markdown';
import { cellRule } from './rule';

/** Each table, in prose or in an output, says what its columns are. */
export const tableHeader = cellRule('table-header', (cell) => [
  ...(cell.type === 'markdown' ? proseTables(cell.source) : []),
  ...cell.outputs.flatMap((output) => htmlTables(joined(bundle(output)['text/html']))),
]);

function proseTables(source: string): string[] {
  return tokens(source).flatMap((token) => {
    if (token.type === 'html') return htmlTables(token.raw);
    if (token.type !== 'table') return [];
    const { header } = token as Tokens.Table;
    const empty = header.slice(1).some(({ text }) => text.trim() === '');
    return empty ? ['a column of a table has no heading; only the first may lack one'] : [];
  });
}

function htmlTables(html: string): string[] {
  return (html.match(/<table\b[^]*?<\/table>/gi) ?? [])
    .filter((table) => !/<th\b/i.test(table))
    .map(() => 'a table has no header cells');
}
