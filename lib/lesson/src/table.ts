import { display } from './output/display';
import type { Bundle } from './output/display';
import { escapeHtml } from './output/html';
import { stable } from './output/numbers';

export type Cell = string | number | boolean | null | undefined;

export interface TableOptions<Row> {
  /** What the table holds; read out before it. */
  readonly caption: string;
  /** The columns in order with their headings; without it, those of the first row under their own names. */
  readonly columns?: Readonly<Partial<Record<keyof Row, string>>>;
}

/**
 * Shows rows as a table with a caption and column headings below the cell.
 *
 * @example table([{ loss: 'MSE', slope: 0.2037 }], { caption: t('Retas', 'Rectas'), columns: { loss: t('perda', 'pérdida'), slope: 'b' } });
 */
export function table<Row extends Readonly<Record<keyof Row, Cell>>>(
  rows: readonly Row[],
  options: TableOptions<Row>,
): void {
  display(tableBundle(rows, options));
}

/** What `table` sends: HTML that needs no script, and aligned text. */
export function tableBundle<Row extends Readonly<Record<keyof Row, Cell>>>(
  rows: readonly Row[],
  { caption, columns }: TableOptions<Row>,
): Bundle {
  if (caption.trim() === '') throw new Error('table: caption must say what the table holds');
  const keys = Object.keys(columns ?? rows[0] ?? {}) as (keyof Row & string)[];
  const headings = keys.map((key) => columns?.[key] ?? key);
  const cells = rows.map((row) => keys.map((key) => row[key]));
  return {
    data: { 'text/html': html(caption, headings, cells), 'text/plain': text(caption, headings, cells) },
    metadata: {},
  };
}

function html(caption: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td${alignment(cell)}>${escapeHtml(format(cell))}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function text(caption: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings, ...rows.map((row) => row.map(format))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isNumeric = headings.map((_, column) => rows.every((row) => typeof row[column] !== 'string'));
  const aligned = lines.map((line) =>
    line
      .map((cell, column) =>
        isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [caption, ...aligned].join('\n');
}

function format(cell: Cell): string {
  if (cell === null || cell === undefined) return '–';
  return typeof cell === 'number' ? String(stable(cell)) : String(cell);
}

function alignment(cell: Cell): string {
  return typeof cell === 'number' ? ' style="text-align: right"' : '';
}
