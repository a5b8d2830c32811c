/** A line of a cell, counted from 1, cut to what fits a page. */
export function sourceLine(source: string, line: number): string {
  return (source.split('\n')[line - 1] ?? '').replace(/\r$/, '').slice(0, 200);
}
