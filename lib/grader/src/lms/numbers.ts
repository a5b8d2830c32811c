/** How a file writes numbers. */
export interface NumberStyle {
  readonly comma: boolean;
  /** Always two decimals, such as `7,00`. */
  readonly fixed: boolean;
}

/**
 * How the numbers of some cells are written.
 * @param otherwise whether it is a comma when no number tells
 */
export function numberStyle(cells: readonly string[], otherwise: boolean): NumberStyle {
  const decimals = cells.map((cell) => /^\d+([.,])(\d+)$/.exec(cell.trim())).filter((found) => found !== null);
  const comma = decimals.length === 0 ? otherwise : decimals.some(([, mark]) => mark === ',');
  return { comma, fixed: decimals.length > 0 && decimals.every(([, , places]) => places?.length === 2) };
}

/** Two decimals at most, as gradebooks compare them, and never a mark between thousands. */
export function formatNumber(value: number, { comma, fixed }: NumberStyle): string {
  const text = fixed ? value.toFixed(2) : String(Number(value.toFixed(2)));
  return comma ? text.replace('.', ',') : text;
}

/** A number as a gradebook writes it: its last mark is the decimal one. */
export function parseNumber(cell: string): number | undefined {
  const text = cell.trim();
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}
