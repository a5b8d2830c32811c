import { inspect, types } from 'node:util';

type Row = Readonly<Record<string, unknown>>;

const MOST_ROWS = 60;
const MOST_COLUMNS = 40;
const LONGEST_CELL = 200;

/** Whether a value is an array of plain objects whose values are numbers, words and the like, in the rows that are shown. */
export function isTable(value: object): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.slice(0, MOST_ROWS).every(isRow);
}

/** Data properties only: to look at a table runs no code of the reader's. */
function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  return properties.length > 0 && properties.every((property) => 'value' in property && isFlat(property.value));
}

function isFlat(value: unknown): boolean {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null || types.isDate(value);
}

export function showTable(rows: readonly Row[]): object {
  const first = rows.slice(0, MOST_ROWS);
  const columns = columnsOf(first);
  const shown = first.map((row) => columns.map((column) => toText(row[column])));
  const numeric = columns.map((column) =>
    first.every((row) => ['number', 'bigint', 'undefined'].includes(typeof row[column])),
  );
  const note = shown.length < rows.length ? `${shown.length} of ${rows.length} rows` : undefined;
  return { 'text/html': toHtml(columns, shown, numeric, note), 'text/plain': toPlain(columns, shown, numeric, note) };
}

function columnsOf(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) if (names.size < MOST_COLUMNS) names.add(name);
  return [...names];
}

function toText(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : inspect(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}

function toHtml(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
  note: string | undefined,
): string {
  const align = (index: number): string =>
    numeric[index] ? ' style="text-align: right"' : ' style="text-align: left"';
  const head = columns.map((column, index) => `<th scope="col"${align(index)}>${escape(column)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((text, index) => `<td${align(index)}>${escape(text)}</td>`).join('')}</tr>`,
  );
  const table = `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
  return note === undefined ? table : `${table}\n<p>${note}</p>`;
}

function toPlain(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
  note: string | undefined,
): string {
  const lines = [columns, ...rows].map((row) => row.map((text) => text.replace(/\s/g, ' ')));
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const aligned = lines.map((line) =>
    line
      .map((text, index) => (numeric[index] ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...aligned, ...(note === undefined ? [] : [note])].join('\n');
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
